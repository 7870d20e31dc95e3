import { useMemo, useRef, useState } from 'preact/hooks';
import { plural, t } from '../../locale';
import browser from '../../messages/browser';
import { parseQuery } from '../../query/parse';
import { shortTitle } from '../../ui/kit/short-title';
import { useCurrent } from '../../ui/list/use-current';
import { useSelection } from '../../ui/list/use-selection';
import { pageOf } from '../../ui/paper/paper-links';
import type { PaperActions } from '../../ui/surface/use-paper-keys';
import type { Surface } from '../../ui/surface/use-surface';
import { isFound, type ListedCard, listed, partedAtLine, type TodayOrder } from './today-order';
import { useFollowed } from './use-followed';

/** Tabs opened at once, at most. */
const maxTabs = 20;

/** What was dismissed, so that it can be taken back. */
interface Dismissal {
  ids: readonly string[];
  at: number;
}

/** State of *Today*, and the actions on it. It reads nothing before it is open. */
export function useToday(surface: Surface, isOpen: boolean, query: string, order: TodayOrder) {
  const { library, changes, show, setDialog } = surface;
  const followed = useFollowed(library, isOpen);
  const { state } = followed;
  const parsed = useMemo(() => parseQuery(query), [query]);
  const cards = useMemo(
    () => (state ? listed(state.cards, state.listings, (id) => state.saved.has(id), state.ranks) : undefined),
    [state],
  );
  const found = useMemo(() => cards?.filter((card) => isFound(parsed.node, card)) ?? [], [cards, parsed]);
  const parts = useMemo(() => partedAtLine(found, order), [found, order]);
  const [isUnfolded, setUnfolded] = useState(false);
  /** Whether the rest below the line is shown: on a click, where it is searched, and where nothing is above the line. */
  const isRestShown = isUnfolded || query.trim() !== '' || parts?.likely.length === 0;
  const byNumber = useMemo(() => new Map(found.map((card) => [card.n, card])), [found]);
  const numbers = useMemo(() => {
    const shown = parts ? [...parts.likely, ...(isRestShown ? parts.rest : [])] : found;
    return shown.map(({ n }) => n);
  }, [found, parts, isRestShown]);
  const selection = useSelection(numbers);
  const current = useCurrent(numbers, `today ${order} ${query}`);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const dismissals = useRef<Dismissal[]>([]);

  /** The cards that actions apply to: the selected ones, or the current one. */
  const targets = (): ListedCard[] => {
    const { selected } = selection;
    const chosen = selected.length > 0 ? selected : current.current === undefined ? [] : [current.current];
    return chosen.flatMap((n) => byNumber.get(n) ?? []);
  };
  const toggleAbstract = (n: number) =>
    setOpened((now) => new Set(now.has(n) ? [...now].filter((each) => each !== n) : [...now, n]));

  /** Saves cards with what each site says of them, as one change. Resolves to the papers' numbers. */
  const save = async (some: readonly ListedCard[], tags: readonly string[] = []): Promise<readonly number[]> => {
    let numbers: readonly number[] = [];
    const [only] = some.length === 1 ? some : [];
    await changes.attempt(
      async (own) => {
        const change = await own.saveEach(some.flatMap(saidOf), { tags });
        numbers = change.numbers;
        return change;
      },
      () => (only ? t('todaySavedTitle', shortTitle(only.facts.title)) : plural('popupHereSavedMany', some.length)),
    );
    return numbers;
  };
  const takeBack = (dismissal: Dismissal) => {
    dismissals.current = dismissals.current.filter((each) => each !== dismissal);
    void followed.dismiss(dismissal.ids, undefined);
    show(t('uiUndone'));
  };
  const dismiss = (some: readonly ListedCard[]) => {
    const dismissal = { ids: some.flatMap(({ ids }) => ids), at: Date.now() };
    dismissals.current.push(dismissal);
    void followed.dismiss(dismissal.ids, dismissal.at);
    const [only] = some.length === 1 ? some : [];
    show(only ? t('todayDismissedTitle', shortTitle(only.facts.title)) : plural('todayDismissed', some.length), {
      action: { label: t('uiUndo'), run: () => takeBack(dismissal) },
    });
  };
  /** Takes back what was done last: a dismissal, or a change of the library. */
  const undo = async () => {
    const last = dismissals.current.at(-1);
    const change = (await library.journal(20)).find(({ undone }) => !undone);
    if (last && last.at >= (change?.at ?? 0)) takeBack(last);
    else changes.undo();
  };
  const open = async (some: readonly ListedCard[]) => {
    const pages = some.map(({ facts }) => pageOf(facts)).filter((url) => url !== undefined);
    for (const url of pages.slice(0, maxTabs)) await browser.tabs.create({ url, active: some.length === 1 });
    if (some.length > 1) show(t('uiOpenedTabs', Math.min(maxTabs, pages.length), some.length));
  };
  const copyDigest = async () =>
    surface.copyText((await import('./today-digest')).digest(parts?.likely.length ? parts.likely : found));

  const onCards: PaperActions = {
    next: () => current.move(1),
    previous: () => (current.index <= 0 ? surface.search.current?.focus() : current.move(-1)),
    select: () => current.current !== undefined && selection.toggle(current.current),
    selectAll: selection.all,
    save: () => void save(targets()),
    tag: () => void save(targets()).then((papers) => papers.length > 0 && setDialog({ kind: 'tag', papers })),
    open: () => void open(targets()),
    dismiss: () => dismiss(targets()),
  };
  const actions: PaperActions = {
    undo: () => void undo(),
    ...(numbers.length > 0 && onCards),
  };
  return {
    ...followed,
    problems: parsed.problems,
    words: parsed.words,
    /** How many there are without the filter; undefined until they were read. */
    total: cards?.length,
    found,
    numbers,
    /** The cards on either side of the line; absent where there is none. */
    parts,
    isRestShown,
    toggleRest: () => setUnfolded((now) => !now),
    byNumber,
    selection,
    current,
    opened,
    toggleAbstract,
    actions,
    save,
    dismiss,
    copyDigest,
  };
}

export type TodayState = ReturnType<typeof useToday>;

/** What each site says of a card, with the listing that shows it there. */
const saidOf = (card: ListedCard) =>
  card.sources.map(({ site, facts }) => {
    const { url = '', rank } = card.places.find((each) => each.site === site) ?? {};
    return {
      facts: { ...facts, ids: card.ids, ...(rank !== undefined && { rank }) },
      context: { site, url, kind: 'listing' as const },
    };
  });
