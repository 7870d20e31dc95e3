/** The choice of tags for papers of the page, in the private frame: the page neither hears nor reads what is typed there. */
import { maxTagged } from '../../messages/frame-views';
import { askScript } from '../core/page-script';
import type { Triage } from './triage';

/** Lets the user choose tags for the selected papers, or the one under the cursor, and saves them with these. */
export async function chooseTagsFor(triage: Triage): Promise<void> {
  const { page, selection, cursor } = triage;
  const targets = triage.targets();
  if (!targets.length) return triage.sayNone();
  const overlay = selection.size ? undefined : cursor.overlay(triage.visible.shown());
  const papers = targets.map(({ key }) => key);
  // What is typed from now on belongs into the frame.
  page.guard.hold();
  await askScript(page, 'panel', (panel) =>
    panel.view({
      offer: { papers: papers.slice(0, maxTagged) },
      suggestions: triage.previews.of(papers),
      anchor: () => (overlay ? overlay.control?.box() : triage.box()),
      isOpener: (target) => target === overlay?.control?.host,
      focus: () => cursor.resume(),
      closed: () => page.guard.release(),
      tagged: (token) => {
        triage.drop();
        triage.actions.save(targets, token).catch(page.layer.sayError);
      },
    }),
  );
}
