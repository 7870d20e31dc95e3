import { useLayoutEffect } from 'preact/hooks';
import { plural, t } from '../../locale';
import { followable } from '../../sites/follow';
import { useStable } from '../../ui/kit/use-stable';
import { VirtualList } from '../../ui/list/virtual-list';
import { EmptyState, todaysPapers } from '../../ui/search/empty';
import type { SettingsState } from '../../ui/settings/use-settings';
import { AddListing } from './add-listing';
import { Listings } from './listings';
import { TodayHead, type TodayHeadProps } from './today-head';
import { TodayRow } from './today-row';
import { useSeenCards } from './use-seen-cards';
import type { TodayState } from './use-today';

interface TodayProps extends TodayHeadProps {
  settings: SettingsState;
  /** A listing was unfollowed: what to say, and how to take it back. */
  onUnfollowed(text: string, undo: () => void): void;
}

/** Nothing is followed yet: how to, and the listing that most begin with. */
function NothingFollowed({ today }: { today: TodayState }) {
  const first = followable(new URL(todaysPapers));
  return (
    <EmptyState title={t('todayNoneTitle')}>
      <p>{t('todayNoneHow')}</p>
      {first && (
        <button
          type="button"
          class="btn primary"
          onClick={() => void today.follow({ ...first, followedAt: Date.now() })}
        >
          {t('todayFollowNamed', first.name)}
        </button>
      )}
      <AddListing today={today} />
    </EmptyState>
  );
}

/** Shows and hides what is below the line. */
function Rest({ today }: { today: TodayState }) {
  const { parts, isRestShown } = today;
  if (!parts?.likely.length || parts.rest.length === 0) return null;
  return (
    <button type="button" class="link" aria-expanded={isRestShown} onClick={today.toggleRest}>
      {isRestShown ? t('todayRestHide') : plural('todayRestShow', parts.rest.length)}
    </button>
  );
}

/** Older papers that were neither saved nor dismissed, on a click. */
function Earlier({ today }: { today: TodayState }) {
  const earlier = today.state?.earlier ?? 0;
  if (earlier === 0) return null;
  return (
    <button type="button" class="link" onClick={today.showAll}>
      {plural('todayEarlier', earlier)}
    </button>
  );
}

function Cards({ today, query, order, settings }: TodayProps) {
  const { state, byNumber, numbers, selection, current, opened } = today;
  const names = new Map(state?.listings.map(({ url, name }) => [url, name]));
  const one = (n: number) => (byNumber.has(n) ? [byNumber.get(n) as never] : []);
  const acts = useStable({
    onToggle: (n: number) => {
      current.set(n);
      today.toggleAbstract(n);
    },
    onSelect: (n: number, how: 'toggle' | 'range') => {
      current.set(n);
      selection[how](n);
    },
    onSave: (n: number, tags?: string[]) => void today.save(one(n), tags),
    onDismiss: (n: number) => today.dismiss(one(n)),
    onDrawn: current.drawn,
  });
  useSeenCards(settings.values.seen === 'on', (n) => byNumber.get(n)?.ids ?? []);
  // Letters act at once, unless the focus was moved before.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) current.recover();
  }, []);
  const firstOfRest = today.isRestShown && today.parts?.likely.length ? today.parts.rest[0]?.n : undefined;
  const draw = (n: number) => {
    const card = byNumber.get(n);
    return (
      card && (
        <TodayRow
          card={card}
          names={names}
          words={today.words}
          isCurrent={n === current.current}
          isSelected={selection.has(n)}
          isOpen={opened.has(n)}
          heading={n === firstOfRest ? plural('todayRest', today.parts?.rest.length ?? 0) : undefined}
          {...acts}
        />
      )
    );
  };
  return (
    <VirtualList
      numbers={numbers}
      label={t('uiPapers')}
      estimate={74}
      listOf={`today ${order} ${query}`}
      handle={current.list}
      render={draw}
      onWindow={() => {}}
    />
  );
}

/** The papers that are new in the followed listings, to be saved, tagged or dismissed. */
export function Today(props: TodayProps) {
  const { today } = props;
  const { state, found } = today;
  if (!state) return <section class="middle" aria-busy="true" />;
  if (state.listings.length === 0)
    return (
      <section class="middle" aria-label={t('todayTitle')}>
        <NothingFollowed today={today} />
      </section>
    );
  const unfollow = (url: string) => {
    const listing = state.listings.find((each) => each.url === url);
    if (!listing) return;
    void today.unfollow(url);
    props.onUnfollowed(t('todayUnfollowed', listing.name), () => void today.follow(listing));
  };
  return (
    <section class="middle today" aria-label={t('todayTitle')}>
      <TodayHead {...props} />
      <Listings today={today} settings={props.settings} onUnfollow={unfollow} />
      {found.length > 0 ? (
        <Cards {...props} />
      ) : (
        <EmptyState title={today.total ? t('uiNothingFound') : t('todayNothing')}>
          {!today.total && <p>{t('todayNothingHow')}</p>}
        </EmptyState>
      )}
      <Rest today={today} />
      <Earlier today={today} />
    </section>
  );
}
