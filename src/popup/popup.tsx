import { useEffect, useState } from 'preact/hooks';
import type { Library, Sort } from '../library/library';
import { t } from '../locale';
import { BackupOffer } from '../ui/backup-offer';
import { Facets } from '../ui/facets';
import { ListBody } from '../ui/list-body';
import type { Draft } from '../ui/note-field';
import { PaperList } from '../ui/paper-list';
import { toggleTerm } from '../ui/query-terms';
import { SearchField } from '../ui/search-field';
import { Selected } from '../ui/selected';
import { SurfaceDialogs } from '../ui/surface-dialogs';
import { Toasts } from '../ui/toast';
import { useEscape } from '../ui/use-escape';
import { useKept } from '../ui/use-kept';
import { usePaperKeys } from '../ui/use-paper-keys';
import { useSurface } from '../ui/use-surface';
import type { Anchor } from '../ui/use-window';
import { Foot } from './foot';
import { Here } from './here';
import { Unfolded } from './unfolded';

/** What the popup keeps over its closing. */
export interface Kept {
  query: string;
  /** Where the list stands. */
  at?: Anchor | undefined;
  /** The paper unfolded. */
  open?: number | undefined;
  draft?: Draft | undefined;
}
/** Its name in the store. */
export const keptAs = 'popup';
const newestFirst: Sort = { by: 'saved', descending: true };

interface PopupProps {
  library: Library;
  kept: Partial<Kept>;
}

/** Quick look, quick find, quick tag, quick export. */
export function Popup({ library, kept }: PopupProps) {
  const { values, keep, keepQuietly } = useKept<Kept>(keptAs, { query: '', ...kept });
  const { query, open } = values;
  const surface = useSurface(library, query, newestFirst);
  const { list, changes, search, setDialog } = surface;
  const [focus, setFocus] = useState<'note'>();
  useEffect(() => search.current?.focus(), []);

  const ask = (text: string) => keep({ query: text, at: undefined });
  const unfold = (n: number, on?: 'note') => {
    setFocus(on);
    keep({ open: n === open && !on ? undefined : n });
  };
  useEscape(() => {
    if (list.selection.selected.length) list.selection.clear();
    else if (open !== undefined) unfold(open);
    else return false;
    list.current.focus();
    return true;
  });
  const works = usePaperKeys({
    keys: surface.keys,
    state: list,
    changes,
    search,
    onDetails: unfold,
    onTag: (papers) => setDialog({ kind: 'tag', papers }),
    onNote: (n) => unfold(n, 'note'),
    onCopy: (papers) => void surface.copyCitations(papers),
    onExport: (papers) => setDialog({ kind: 'export', papers }),
    onHelp: () => setDialog({ kind: 'keys' }),
  });
  return (
    <main class="popup">
      <h1 class="unseen">{t('extensionName')}</h1>
      <BackupOffer surface={surface} />
      <Here library={library} onShow={(n) => unfold(n)} />
      <SearchField
        query={query}
        field={search}
        known={surface.known}
        problems={list.shown?.found.problems ?? []}
        hint={surface.keys.search}
        hasRows={list.numbers.length > 0}
        onInput={ask}
        onDown={list.current.focus}
      />
      {list.shown && list.shown.size > 0 && (
        <Facets query={query} shown={list.shown} tags={surface.tags} onQuery={ask} />
      )}
      <ListBody surface={surface} error={list.error} query={query} onQuery={ask}>
        <PaperList
          state={list}
          tags={surface.tags}
          listOf={query}
          startAt={kept.at}
          open={open}
          details={(n) => (
            <Unfolded
              library={library}
              n={n}
              tags={surface.tags}
              words={list.shown?.found.words ?? []}
              changes={changes}
              draft={values.draft}
              focus={focus}
              onDraft={(draft) => keep({ draft })}
              onCopy={surface.copy}
              onRemove={() => void changes.remove([n])}
            />
          )}
          onOpen={(n) => unfold(n)}
          onTag={(name) => ask(toggleTerm(query, 'tag', name))}
          onScroll={(at) => keepQuietly({ at })}
        />
      </ListBody>
      {list.selection.selected.length > 0 ? (
        <Selected surface={surface} />
      ) : (
        <Foot
          shown={list.numbers.length}
          size={list.shown?.size ?? list.numbers.length}
          isFiltered={query.trim() !== ''}
          onExport={() => setDialog({ kind: 'export', papers: Array.from(list.numbers) })}
          onHelp={() => setDialog({ kind: 'keys' })}
        />
      )}
      <Toasts toasts={surface.toasts} onDismiss={surface.dismiss} />
      <SurfaceDialogs library={library} surface={surface} works={works} />
    </main>
  );
}
