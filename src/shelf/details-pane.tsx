import { useState } from 'preact/hooks';
import type { Library } from '../library/library';
import { plural, t } from '../locale';
import type { Paper } from '../paper/paper';
import { IconButton } from '../ui/kit/icon-button';
import { Icon } from '../ui/kit/icons';
import { PaperDetails } from '../ui/paper/paper-details';
import { PaperTitle } from '../ui/paper/paper-title';
import { usePaper } from '../ui/paper/use-paper';
import { EditForm } from './edit-form';
import { RelatedPapers } from './related';
import { RecordFacts, Sightings } from './sightings';
import { usePossibleDuplicates } from './use-duplicates';
import type { ShelfState } from './use-shelf';

/** How many possible duplicates of the paper there are, with a button to compare them. */
function PossibleDuplicates({ shelf, paper }: { shelf: ShelfState; paper: Paper }) {
  const duplicates = usePossibleDuplicates(shelf.library, paper, shelf.surface.settings.values.apart);
  if (duplicates.length === 0) return null;
  return (
    <section class="twins" aria-label={t('shelfDuplicates')}>
      <p>{plural('shelfTwins', duplicates.length)}</p>
      <button type="button" class="link" onClick={() => shelf.setMerging([paper.n, ...duplicates.map(({ n }) => n)])}>
        {t('shelfCompare')}
      </button>
    </section>
  );
}

/** Everything about a paper. */
function WholePaper({ shelf, paper, onEdit }: { shelf: ShelfState; paper: Paper; onEdit(): void }) {
  const { changes, tags, list, copy } = shelf.surface;
  return (
    <>
      <header class="pane-head">
        <h2 dir="auto">
          <PaperTitle paper={paper} />
        </h2>
        <IconButton name={t('shelfEdit')} icon="edit" onClick={onEdit} />
      </header>
      <PossibleDuplicates shelf={shelf} paper={paper} />
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
        onQuery={shelf.ask}
        onDraft={shelf.setDraft}
        onCopy={(kind, style) => copy(kind, paper, style)}
        onRemove={() => void changes.remove([paper.n])}
      />
      <RelatedPapers library={shelf.library} paper={paper} />
      <RecordFacts paper={paper} />
      <Sightings sightings={paper.sightings} />
    </>
  );
}

/** The current paper: its details and record, or the form that edits it. */
export function DetailsPane({ shelf }: { shelf: ShelfState }) {
  const { library, surface } = shelf;
  const n = surface.list.current.current;
  const paper = usePaper(library, n);
  const [edited, setEdited] = useState<number>();
  const edit = (edits: Parameters<Library['edit']>[1]) =>
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
          <EditForm paper={paper} onSave={edit} onClose={() => setEdited(undefined)} />
        ) : (
          <WholePaper shelf={shelf} paper={paper} onEdit={() => setEdited(paper.n)} />
        ))}
    </aside>
  );
}
