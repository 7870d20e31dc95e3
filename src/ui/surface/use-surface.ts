import { useMemo, useRef, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import { plural, t } from '../../locale';
import type { Paper } from '../../paper/paper';
import { shortTitle } from '../kit/short-title';
import { useFocusKept } from '../kit/use-focus-kept';
import { useToasts } from '../kit/use-toasts';
import { useChanges } from '../library/use-changes';
import { usePaperList } from '../list/use-paper-list';
import { type CopyKind, copyText as textToCopy } from '../paper/copy';
import { askAbove, openLinks as openTabs, type PaperLink } from '../paper/open-links';
import type { Listed } from '../search/use-search-results';
import { useSettings } from '../settings/use-settings';
import { useTags } from '../tags/use-tags';
import { keysOf } from './shortcuts';

/** The dialog that is open, and the papers it is for. */
export type OpenDialog =
  | { kind: 'tag' | 'export' | 'lookup'; papers: readonly number[] }
  | { kind: 'open'; papers: readonly number[]; link: PaperLink }
  | { kind: 'keys' }
  | { kind: 'palette' };

/** What popup and library have in common: the papers that a query finds, and the actions on them. */
export function useSurface(library: Library, listed: Listed) {
  const { toasts, show, dismiss } = useToasts();
  const settings = useSettings();
  const keys = useMemo(() => keysOf(settings.values.keys), [settings.values.keys]);
  const tags = useTags(library);
  const changes = useChanges(library, show);
  const list = usePaperList(library, listed);
  const tagNames = useMemo(() => tags.all.map((tag) => tag.name), [tags]);
  const known = useMemo(
    () => ({ tags: tagNames, sites: [...(list.results?.facets.sites.keys() ?? [])] }),
    [tagNames, list.results],
  );
  const search = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<OpenDialog>();
  useFocusKept(() => {
    list.current.recover();
    if (document.activeElement !== document.body) return null;
    // Preferably not the search field: the key for undo would be typed into it.
    const next = ['.row-title button[tabindex="0"]', '.list', '.empty'].map((place) => document.querySelector(place));
    return (next.find(Boolean) as HTMLElement | undefined) ?? search.current;
  });

  const copyToClipboard = async (text: string | Promise<string>, message: string) => {
    try {
      await navigator.clipboard.writeText(await text);
      show(message);
    } catch {
      show(t('uiNotCopied'), { isError: true });
    }
  };
  const copy = (kind: CopyKind, paper: Paper, citationStyle = settings.values.citationStyle) =>
    void copyToClipboard(textToCopy(kind, paper, tags.byId, { ...settings.values, citationStyle }), t('uiCopied'));
  const copyCitations = async (numbers: readonly number[]) => {
    const papers = await library.papers(numbers);
    const texts = await Promise.all(papers.map((paper) => textToCopy('citation', paper, tags.byId, settings.values)));
    const [only] = papers.length === 1 ? papers : [];
    const message = only
      ? t('uiCopiedCitationTitle', shortTitle(only.facts.title))
      : plural('uiCopiedCitations', papers.length);
    await copyToClipboard(texts.join('\n'), message);
  };
  const openTabsOf = async (numbers: readonly number[], kind: PaperLink) => {
    const message = await openTabs(await library.rows(numbers), kind);
    if (message !== undefined) show(message);
  };
  /** Opens a link of each paper in a tab; asks before it opens many. */
  const openLinks = async (papers: readonly number[], link: PaperLink) => {
    if (papers.length > askAbove) setDialog({ kind: 'open', papers, link });
    else await openTabsOf(papers, link);
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
    openLinks,
    openTabsOf,
    copyText: (text: string) => void copyToClipboard(text, t('uiCopied')),
  };
}

export type Surface = ReturnType<typeof useSurface>;
