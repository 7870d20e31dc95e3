import { useState } from 'preact/hooks';
import type { Library } from '../library/library';
import { t } from '../locale';
import type { CopyKind } from '../ui/copy';
import { Icon } from '../ui/icons';
import type { Draft } from '../ui/note-field';
import { PaperDetails } from '../ui/paper-details';
import { usePaper } from '../ui/use-paper';
import type { Surface } from '../ui/use-surface';
import { EditForm } from './edit-form';
import { RecordFacts, Sightings } from './sightings';

interface PaneProps {
  library: Library;
  surface: Surface;
  n: number | undefined;
  draft: Draft | undefined;
  focus: 'note' | undefined;
  onDraft(draft: Draft | undefined): void;
  /** Back to the list, where there is no room for both. */
  onBack(): void;
}

/** The paper one is on, whole: facts that can be corrected, note, where it was seen, ids. */
export function Pane({ library, surface, n, draft, focus, onDraft, onBack }: PaneProps) {
  const paper = usePaper(library, n);
  const [edited, setEdited] = useState<number>();
  const { changes, tags, list } = surface;
  const back = (
    <button type="button" class="btn ghost back" onClick={onBack}>
      <Icon name="right" /> {t('shelfBack')}
    </button>
  );
  if (!paper)
    return (
      <aside class="pane" aria-label={t('shelfPaper')}>
        {back}
        {n === undefined && <p class="pane-none">{t('shelfPaneNone')}</p>}
      </aside>
    );
  const correct = (edits: Parameters<Library['edit']>[1]) =>
    void changes.attempt(
      (own) => own.edit([paper.n], edits),
      () => t('shelfEditSaved'),
    );
  return (
    <aside class="pane" aria-label={t('shelfPaper')}>
      {back}
      {edited === paper.n ? (
        <EditForm paper={paper} onSave={correct} onClose={() => setEdited(undefined)} />
      ) : (
        <>
          <header class="pane-head">
            <h2 dir="auto">{paper.facts.title}</h2>
            <button
              type="button"
              class="btn ghost square"
              aria-label={t('shelfEdit')}
              title={t('shelfEdit')}
              onClick={() => setEdited(paper.n)}
            >
              <Icon name="edit" />
            </button>
          </header>
          <PaperDetails
            key={paper.n}
            paper={paper}
            tags={tags}
            words={list.shown?.found.words ?? []}
            changes={changes}
            draft={draft}
            focus={focus}
            hasPreview
            onDraft={onDraft}
            onCopy={(kind: CopyKind) => surface.copy(kind, paper)}
            onRemove={() => void changes.remove([paper.n])}
          />
          <RecordFacts paper={paper} />
          <Sightings sightings={paper.sightings} />
        </>
      )}
    </aside>
  );
}
