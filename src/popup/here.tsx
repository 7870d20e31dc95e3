import { number, t } from '../locale';
import { StatusWord } from '../ui/status-control';
import type { InFront } from './use-in-front';

interface HereProps {
  inFront: InFront | undefined;
  onShow(n: number): void;
}

/** What the tab in front shows: its paper's record, one click away, or how many of its papers are saved. */
export function Here({ inFront, onShow }: HereProps) {
  if (!inFront) return null;
  const label = <span class="here-label">{t('popupHere')}</span>;
  if (inFront.is === 'listing')
    return (
      <p class="here">
        {label} <span>{t('popupHereSaved', number(inFront.saved), number(inFront.papers))}</span>
      </p>
    );
  const { row } = inFront;
  if (!row)
    return (
      <p class="here">
        {label} <span>{t('popupHereNotSaved')}</span>
      </p>
    );
  return (
    <button type="button" class="here" onClick={() => onShow(row.n)}>
      {label} <bdi class="here-title">{row.facts.title}</bdi> <StatusWord status={row.status} />
    </button>
  );
}
