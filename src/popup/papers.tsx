import { PaperList } from '../ui/list/paper-list';
import { ListBody } from '../ui/surface/list-body';
import { Unfolded } from './unfolded';
import type { PopupState } from './use-popup';

/** A row's usual height, px: a title of one line, authors. */
const rowHeight = 49;

/** The papers found. The details of one of them may be open below its row. */
export function Papers({ popup }: { popup: PopupState }) {
  const { library, surface, query, open } = popup;
  const { list, tags, changes } = surface;
  const details = (n: number) => (
    <Unfolded
      library={library}
      n={n}
      isFresh={n === popup.fresh}
      tags={tags}
      words={list.results?.found.words ?? []}
      changes={changes}
      draft={popup.draft}
      isNoteWanted={popup.noteWanted === n}
      onNoteLeft={() => popup.wantNote(undefined)}
      onDraft={popup.setDraft}
      onCopy={surface.copy}
      onRemove={() => void changes.remove([n])}
    />
  );
  return (
    <ListBody surface={surface} error={list.error} query={query} onQuery={popup.ask}>
      <PaperList
        state={list}
        tags={tags}
        listOf={query}
        startAt={popup.startAt}
        rowHeight={rowHeight}
        open={open}
        details={details}
        onOpen={(n) => popup.unfold(n)}
        onTag={popup.filter}
        onScroll={popup.onScroll}
      />
    </ListBody>
  );
}
