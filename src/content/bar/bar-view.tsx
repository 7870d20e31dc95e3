import { useState } from 'preact/hooks';
import { plural, t } from '../../locale';
import { IconButton } from '../../ui/kit/icon-button';
import { FilterRow } from './filter-row';
import { KeyList } from './key-list';
import { Menu } from './menu';
import { NewButton } from './new-button';
import { Question } from './question';
import { Quiet } from './quiet';
import { SelectionRow } from './selection-row';
import { TagLine } from './tag-line';
import type { Triage } from './triage';
import { UnparsedCards } from './unparsed-cards';

export interface BarViewProps {
  triage: Triage;
  /** Back to one count; by key the count takes the focus. */
  fold(byKey: boolean): void;
  /** Away from this site's pages, until it is asked for. */
  hide(): void;
  /** Is given what the bar is moved by. */
  grip(handle: HTMLElement | null): void;
}

/** What the page shows, in one line: papers, saved ones, what is hidden. */
function Counts({ triage }: { triage: Triage }) {
  const { papers, saved } = triage.bridge.pill.counts;
  const hidden = triage.showing.hiddenCount;
  const text = `${plural('papers', papers)} · ${t('barSaved', saved)}`;
  return (
    <span class="counts">
      <span role="img" aria-label={text}>
        <Quiet text={text} />
      </span>
      {hidden > 0 && (
        <>
          {' · '}
          <button type="button" class="link" onClick={() => triage.unhide()}>
            {plural('barShowHidden', hidden)}
          </button>
        </>
      )}
    </span>
  );
}

/** The page bar unfolded. */
export function BarView({ triage, fold, hide, grip }: BarViewProps) {
  const { view } = triage;
  const [id] = useState('offprint-bar');
  const unfold = (below: 'menu') => triage.set({ below: view.below === below ? undefined : below });
  return (
    <section aria-label={t('barRegion')}>
      {view.below === 'keys' && <KeyList triage={triage} />}
      {view.below === 'menu' && <Menu id={`${id}-menu`} triage={triage} hide={hide} />}
      <UnparsedCards triage={triage} />
      {triage.bridge.settings?.seen === 'ask' && <Question triage={triage} />}
      {view.isFiltering && <FilterRow triage={triage} />}
      {view.isTagging ? <TagLine triage={triage} /> : view.isSelecting && <SelectionRow triage={triage} />}
      <div class="line">
        <IconButton name={t('barMove')} icon="grip" class="grip" ref={grip} />
        <NewButton triage={triage} />
        <Counts triage={triage} />
        <button
          type="button"
          class="btn ghost"
          aria-pressed={view.isSelecting}
          onClick={() => (view.isSelecting ? triage.drop() : triage.set({ isSelecting: true }))}
        >
          {t('barSelect')}
        </button>
        <button
          type="button"
          class="btn ghost"
          aria-expanded={view.isFiltering}
          onClick={() => (view.isFiltering ? triage.endFilter() : triage.set({ isFiltering: true }))}
        >
          {t('barFilter')}
        </button>
        <IconButton
          name={t('barMore')}
          icon="more"
          aria-expanded={view.below === 'menu'}
          aria-controls={`${id}-menu`}
          onClick={() => unfold('menu')}
        />
        <IconButton name={t('barFold')} icon="down" onClick={({ detail }) => fold(detail === 0)} />
      </div>
    </section>
  );
}
