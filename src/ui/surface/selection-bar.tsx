import { number, plural, statusName, t } from '../../locale';
import { type Status, statuses } from '../../paper/paper';
import { IconButton } from '../kit/icon-button';
import { Icon, type IconName } from '../kit/icons';
import type { Surface } from './use-surface';

/** A menu that sets the status of the selected papers. It shows no status itself: the papers may differ in it. */
function StatusMenu({ count, onStatus }: { count: number; onStatus(status: Status): void }) {
  const choose = (event: Event & { currentTarget: HTMLSelectElement }) => {
    const status = statuses.find((each) => each === event.currentTarget.value);
    event.currentTarget.value = '';
    if (status) onStatus(status);
  };
  return (
    <select class="field status-menu" aria-label={plural('uiStatusMany', count)} value="" onChange={choose}>
      <option value="" hidden>
        {`${t('uiStatus')} ${number(count)}`}
      </option>
      {statuses.map((status) => (
        <option key={status} value={status}>
          {statusName(status)}
        </option>
      ))}
    </select>
  );
}

interface CountedButtonProps {
  /** What it does to how many papers: the accessible name, and the tooltip. */
  name: string;
  icon: IconName;
  count: number;
  onClick(): void;
}

/** An icon and how many papers the button acts on. */
function CountedButton({ name, icon, count, onClick }: CountedButtonProps) {
  return (
    <button type="button" class="btn ghost counted" aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} /> {number(count)}
    </button>
  );
}

/** The actions on the selected papers, all at once. Each says how many papers that is. */
export function SelectionBar({ surface }: { surface: Surface }) {
  const { list, changes, setDialog } = surface;
  const { selected, all, clear } = list.selection;
  const count = selected.length;
  const acts: Omit<CountedButtonProps, 'count'>[] = [
    { name: plural('uiTagMany', count), icon: 'tag', onClick: () => setDialog({ kind: 'tag', papers: selected }) },
    { name: plural('uiStarMany', count), icon: 'star', onClick: () => void changes.toggleStar(selected) },
    {
      name: plural('uiOpenMany', count),
      icon: 'external',
      onClick: () => void surface.openLinks(selected, 'page'),
    },
    {
      name: plural('exportTitle', count),
      icon: 'download',
      onClick: () => setDialog({ kind: 'export', papers: selected }),
    },
    {
      name: plural('lookupMany', count),
      icon: 'refresh',
      onClick: () => setDialog({ kind: 'lookup', papers: selected }),
    },
    { name: plural('uiRemoveMany', count), icon: 'trash', onClick: () => void changes.remove(selected) },
  ];
  return (
    <div class="selection-bar" role="toolbar" aria-label={t('uiSelection')}>
      <IconButton name={t('uiSelectNone')} icon="close" onClick={clear} />
      <span class="selected-count" aria-live="polite">
        {plural('uiSelected', count)}
      </span>
      {count < list.numbers.length && (
        <button type="button" class="link" onClick={all}>
          {t('uiSelectAll')}
        </button>
      )}
      <span class="space" />
      <StatusMenu count={count} onStatus={(status) => void changes.setStatus(selected, status)} />
      {acts.map((each) => (
        <CountedButton key={each.icon} {...each} count={count} />
      ))}
    </div>
  );
}
