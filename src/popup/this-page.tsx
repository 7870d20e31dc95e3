import type { ComponentChildren } from 'preact';
import { number, t } from '../locale';
import { StatusWord } from '../ui/kit/status-control';
import type { PageInFront } from './use-page-in-front';

interface ThisPageProps {
  inFront: PageInFront | undefined;
  onShow(n: number): void;
  /** Saves the paper whose own page is in front. */
  onSave(): void;
  /** Draws controls on the papers in front. */
  onDraw(): void;
}

/** A line about the page in front, with what can be done there. */
function Line({ text, act }: { text: ComponentChildren; act?: { name: string; run(): void } | false | undefined }) {
  return (
    <div class="here">
      <span class="here-label">{t('popupHere')}</span> <span class="here-text">{text}</span>{' '}
      {act && (
        <button type="button" class="link" onClick={act.run}>
          {act.name}
        </button>
      )}
    </div>
  );
}

/** What the tab in front shows: its paper's record, one click away, or how many of its papers are saved. */
export function ThisPage({ inFront, onShow, onSave, onDraw }: ThisPageProps) {
  if (!inFront) return null;
  if (inFront.is === 'listing') {
    const { saved, papers, report } = inFront;
    const act = report?.isShown === false && { name: t('popupHereDraw'), run: onDraw };
    return <Line text={t('popupHereSaved', number(saved), number(papers))} act={act} />;
  }
  const { row, report } = inFront;
  if (!row) {
    const title = report?.title;
    const text = title === undefined ? t('popupHereNotSaved') : <bdi title={title}>{title}</bdi>;
    return <Line text={text} act={title !== undefined && { name: t('uiSave'), run: onSave }} />;
  }
  return (
    <button type="button" class="here" onClick={() => onShow(row.n)}>
      <span class="here-label">{t('popupHere')}</span> <bdi class="here-title">{row.facts.title}</bdi>{' '}
      <StatusWord status={row.status} />
    </button>
  );
}
