import { number, t } from '../locale';
import { plainText } from '../paper/tex/plain-text';
import { authorsLine } from '../ui/paper/paper-words';
import { FollowButton } from './follow-button';
import { PagePaper } from './page-paper';
import type { PageActions } from './use-page-actions';
import type { PageInFront } from './use-page-in-front';
import type { PopupState } from './use-popup';

interface ThisPageProps {
  popup: PopupState;
  inFront: PageInFront | undefined;
  actions: PageActions;
}

/** A listing: how many of its papers are saved, with buttons for the others and for the page bar. */
function Listing({ inFront, actions }: { inFront: PageInFront & { is: 'listing' }; actions: PageActions }) {
  const { saved, papers, report } = inFront;
  return (
    <div class="here-line">
      <span class="here-label">{t('popupHere')}</span>{' '}
      <span class="here-text">{t('popupHereSaved', number(saved), number(papers))}</span>
      {report?.isShown === false ? (
        <button type="button" class="btn" onClick={actions.draw}>
          {t('popupHereDraw')}
        </button>
      ) : (
        <>
          <FollowButton url={inFront.url} />
          <button type="button" class="link" onClick={actions.toggleBar}>
            {t('popupHereBar')}
          </button>
          {saved < papers && (
            <button type="button" class="btn" onClick={actions.saveAll}>
              {t(saved === 0 ? 'popupHereSaveAll' : 'popupHereSaveRest', number(papers - saved))}
            </button>
          )}
        </>
      )}
    </div>
  );
}

/** A paper's own page that is not saved: title and authors as the page says them, and Save. */
function Unsaved({ inFront, onSave }: { inFront: PageInFront; onSave(): void }) {
  const { title, authors } = inFront.report ?? {};
  return (
    <div class="here-line">
      <div class="here-text">
        <p class="here-label">{t('popupHere')}</p>
        {title === undefined ? (
          <p>{t('popupHereNotSaved')}</p>
        ) : (
          <p class="here-title" title={plainText(title)}>
            <bdi>{plainText(title)}</bdi>
          </p>
        )}
        {authors !== undefined && authors.length > 0 && (
          <p class="here-authors">
            <bdi>{authorsLine({ authors })}</bdi>
          </p>
        )}
      </div>
      <button type="button" class="btn primary" onClick={onSave}>
        {t('uiSave')}
      </button>
    </div>
  );
}

/** What the page in front shows: its paper, to save or to tag, or how many of its papers are saved. */
export function ThisPage({ popup, inFront, actions }: ThisPageProps) {
  if (!inFront) return null;
  return (
    <section class="here" aria-label={t('popupHere')}>
      {inFront.is === 'listing' && <Listing inFront={inFront} actions={actions} />}
      {inFront.is === 'paper' && !inFront.row && <Unsaved inFront={inFront} onSave={actions.save} />}
      {inFront.is === 'paper' && inFront.row && (
        <PagePaper key={inFront.row.n} popup={popup} n={inFront.row.n} actions={actions} />
      )}
    </section>
  );
}
