import { useMemo, useRef, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import { t } from '../../locale';
import type { Paper } from '../../paper/paper';
import type { Sort } from '../../query/query';
import { useFocusKept } from '../kit/use-focus-kept';
import { useToasts } from '../kit/use-toasts';
import { useChanges } from '../library/use-changes';
import { usePaperList } from '../list/use-paper-list';
import { type CopyKind, copyText } from '../paper/copy';
import { useSettings } from '../settings/use-settings';
import { useTags } from '../tags/use-tags';
import { keysOf } from './shortcuts';
import { copiedWords } from './use-paper-keys';

/** A dialog that is open, and the papers it is for. */
export type OpenDialog = { kind: 'tag' | 'export'; papers: readonly number[] } | { kind: 'keys' };

/** What popup and shelf have in common: a list of what a query finds, and what can be done with its papers. */
export function useSurface(library: Library, query: string, sort: Sort) {
  const { toasts, show, dismiss } = useToasts();
  const settings = useSettings();
  const keys = useMemo(() => keysOf(settings.values.keys), [settings.values.keys]);
  const tags = useTags(library);
  const changes = useChanges(library, show);
  const list = usePaperList(library, query, sort);
  const known = useMemo(
    () => ({ tags: tags.all.map((tag) => tag.name), sites: [...(list.results?.facets.sites.keys() ?? [])] }),
    [tags, list.results],
  );
  const search = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<OpenDialog>();
  useFocusKept(() => {
    list.current.recover();
    if (document.activeElement !== document.body) return null;
    // Not the search field, where there is something else: the key that takes back would be typed into it.
    return document.querySelector<HTMLElement>('.empty') ?? search.current;
  });

  const copied = async (text: string, said: string) => {
    try {
      await navigator.clipboard.writeText(text);
      show(said);
    } catch {
      show(t('uiNotCopied'), { isError: true });
    }
  };
  const copy = (kind: CopyKind, paper: Paper, citationStyle = settings.values.citationStyle) =>
    void copied(copyText(kind, paper, tags.byId, { ...settings.values, citationStyle }), t('uiCopied'));
  const copyCitations = async (numbers: readonly number[]) => {
    const papers = await library.papers(numbers);
    const texts = papers.map((paper) => copyText('citation', paper, tags.byId, settings.values));
    await copied(texts.join('\n'), copiedWords(papers.length));
  };
  return {
    library,
    settings,
    keys,
    known,
    toasts,
    show,
    dismiss,
    tags,
    changes,
    list,
    search,
    dialog,
    setDialog,
    copy,
    copyCitations,
    copyWords: (text: string) => void copied(text, t('uiCopied')),
  };
}

export type Surface = ReturnType<typeof useSurface>;
