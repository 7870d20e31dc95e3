import type { ComponentChildren } from 'preact';
import { number, t } from '../locale';
import { StatusWord } from '../ui/kit/status-control';
import type { PageInFront } from './use-page-in-front';

interface ThisPageProps {
  inFront: PageInFront | undefined;
  onShow(n: number): void;
  /** Saves the paper whose own page this is. */
  onSave(): void;
  /** Draws Save controls on the papers of the page. */
  onDraw(): void;
}

/** A line about the page in front, with a button. */
function PageLine({
  text,
  action,
}: {
  text: ComponentChildren;
  action?: { name: string; run(): void } | false | undefined;
}) {
  return (
    <div class="here">
      <span class="here-label">{t('popupHere')}</span> <span class="here-text">{text}</span>{' '}
      {action && (
        <button type="button" class="link" onClick={action.run}>
          {action.name}
        </button>
      )}
    </div>
  );
}

/** What the page in front shows: its paper, one click away, or how many of its papers are saved. */
export function ThisPage({ inFront, onShow, onSave, onDraw }: ThisPageProps) {
  if (!inFront) return null;
  if (inFront.is === 'listing') {
    const { saved, papers, report } = inFront;
    const action = report?.isShown === false && { name: t('popupHereDraw'), run: onDraw };
    return <PageLine text={t('popupHereSaved', number(saved), number(papers))} action={action} />;
  }
  const { row, report } = inFront;
  if (!row) {
    const title = report?.title;
    const text = title === undefined ? t('popupHereNotSaved') : <bdi title={title}>{title}</bdi>;
    return <PageLine text={text} action={title !== undefined && { name: t('uiSave'), run: onSave }} />;
  }
  return (
    <button type="button" class="here" onClick={() => onShow(row.n)}>
      <span class="here-label">{t('popupHere')}</span> <bdi class="here-title">{row.facts.title}</bdi>{' '}
      <StatusWord status={row.status} />
    </button>
  );
}
