import { useState } from 'preact/hooks';
import { plural, t } from '../../locale';
import { IconButton } from '../../ui/kit/icon-button';
import { FilterRow } from './filter-row';
import { KeyList } from './key-list';
import { Menu } from './menu';
import { NewButton } from './new-button';
import { Question } from './question';
import { SelectionRow } from './selection-row';
import type { Triage } from './triage';
import { Unfindable } from './unfindable';
import { UnparsedCards } from './unparsed-cards';

export interface BarViewProps {
  triage: Triage;
  /** Folds the bar to the pill. When done by key, the pill gets the focus. */
  fold(byKey: boolean): void;
  /** Hides the bar on this site until the user asks for it. */
  hide(): void;
  /** Called with the element that the bar is dragged by. */
  grip(handle: HTMLElement | null): void;
}

/** One line with the numbers of papers, saved papers and hidden papers. */
function Counts({ triage }: { triage: Triage }) {
  const { papers, saved } = triage.page.pill.counts;
  const hidden = triage.visible.hiddenCount;
  const text = `${plural('papers', papers)} · ${t('barSaved', saved)}`;
  return (
    <span class="counts">
      <span role="img" aria-label={text}>
        <Unfindable text={text} />
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
  const { unfolded } = triage;
  const [id] = useState('offprint-bar');
  const toggleMenu = () => triage.unfold({ below: unfolded.below === 'menu' ? undefined : 'menu' });
  return (
    <section aria-label={t('barRegion')}>
      {unfolded.below === 'keys' && <KeyList triage={triage} />}
      {unfolded.below === 'menu' && <Menu id={`${id}-menu`} triage={triage} hide={hide} />}
      <UnparsedCards triage={triage} />
      {triage.page.settings?.seen === 'ask' && <Question triage={triage} />}
      {unfolded.isFiltering && <FilterRow triage={triage} />}
      {unfolded.isSelecting && <SelectionRow triage={triage} />}
      <div class="line">
        <IconButton name={t('barMove')} icon="grip" class="grip" ref={grip} />
        <NewButton triage={triage} />
        <Counts triage={triage} />
        <button
          type="button"
          class="btn ghost"
          aria-pressed={unfolded.isSelecting}
          onClick={() => (unfolded.isSelecting ? triage.drop() : triage.unfold({ isSelecting: true }))}
        >
          {t('barSelect')}
        </button>
        <button
          type="button"
          class="btn ghost"
          aria-expanded={unfolded.isFiltering}
          onClick={() => (unfolded.isFiltering ? triage.endFilter() : triage.unfold({ isFiltering: true }))}
        >
          {t('barFilter')}
        </button>
        <IconButton
          name={t('barMore')}
          icon="more"
          aria-expanded={unfolded.below === 'menu'}
          aria-controls={`${id}-menu`}
          onClick={toggleMenu}
        />
        <IconButton name={t('barFold')} icon="down" onClick={({ detail }) => fold(detail === 0)} />
      </div>
    </section>
  );
}
