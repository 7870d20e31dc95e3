import { useState } from 'preact/hooks';
import type { Library } from '../library/library';
import { plural, t } from '../locale';
import type { Paper } from '../paper/paper';
import { IconButton } from '../ui/kit/icon-button';
import { Icon } from '../ui/kit/icons';
import { PaperDetails } from '../ui/paper/paper-details';
import { usePaper } from '../ui/paper/use-paper';
import { EditForm } from './edit-form';
import { RecordFacts, Sightings } from './sightings';
import { useTwins } from './use-duplicates';
import type { ShelfState } from './use-shelf';

/** Papers that may be this one, each a click away from being compared. */
function Twins({ shelf, paper }: { shelf: ShelfState; paper: Paper }) {
  const twins = useTwins(shelf.library, paper, shelf.surface.settings.values.apart);
  if (twins.length === 0) return null;
  return (
    <section class="twins" aria-label={t('shelfDuplicates')}>
      <p>{plural('shelfTwins', twins.length)}</p>
      <button type="button" class="link" onClick={() => shelf.setMerging([paper.n, ...twins.map(({ n }) => n)])}>
        {t('shelfCompare')}
      </button>
    </section>
  );
}

/** Everything of a paper, each part where it is changed. */
function Whole({ shelf, paper, onEdit }: { shelf: ShelfState; paper: Paper; onEdit(): void }) {
  const { changes, tags, list, copy } = shelf.surface;
  return (
    <>
      <header class="pane-head">
        <h2 dir="auto">{paper.facts.title}</h2>
        <IconButton name={t('shelfEdit')} icon="edit" onClick={onEdit} />
      </header>
      <Twins shelf={shelf} paper={paper} />
      <PaperDetails
        key={paper.n}
        paper={paper}
        tags={tags}
        words={list.results?.found.words ?? []}
        changes={changes}
        draft={shelf.draft}
        isNoteWanted={shelf.noteWanted === paper.n}
        onNoteLeft={() => shelf.wantNote(undefined)}
        hasPreview
        onDraft={shelf.setDraft}
        onCopy={(kind, style) => copy(kind, paper, style)}
        onRemove={() => void changes.remove([paper.n])}
      />
      <RecordFacts paper={paper} />
      <Sightings sightings={paper.sightings} />
    </>
  );
}

/** The paper one is on, whole: facts that can be corrected, note, where it was seen, ids. */
export function DetailsPane({ shelf }: { shelf: ShelfState }) {
  const { library, surface } = shelf;
  const n = surface.list.current.current;
  const paper = usePaper(library, n);
  const [edited, setEdited] = useState<number>();
  const correct = (edits: Parameters<Library['edit']>[1]) =>
    void surface.changes.attempt(
      (own) => own.edit(n === undefined ? [] : [n], edits),
      () => t('shelfEditSaved'),
    );
  return (
    <aside class="pane" aria-label={t('shelfPaper')}>
      <button type="button" class="btn ghost back" onClick={() => shelf.setPaneOpen(false)}>
        <Icon name="right" /> {t('shelfBack')}
      </button>
      {!paper && n === undefined && <p class="pane-none">{t('shelfPaneNone')}</p>}
      {paper &&
        (edited === paper.n ? (
          <EditForm paper={paper} onSave={correct} onClose={() => setEdited(undefined)} />
        ) : (
          <Whole shelf={shelf} paper={paper} onEdit={() => setEdited(paper.n)} />
        ))}
    </aside>
  );
}
