import { saidAt } from '../../library/merge/merge';
import { day, t } from '../../locale';
import { addressOfId } from '../../paper/addresses';
import type { EditorialNotice } from '../../paper/notice';
import type { Paper } from '../../paper/paper';
import { isPublishedPaper, isRetracted, noticeOf } from '../../paper/publication';
import { metricWords } from './metric-words';
import { publishedWords, whereAndWhen } from './paper-words';

const noticeWords = ({ is, isPartial }: EditorialNotice): string => {
  if (is === 'retracted') return t(isPartial ? 'publicationPartlyRetracted' : 'publicationRetracted');
  return t(is === 'concern' ? 'publicationConcern' : 'publicationCorrected');
};

/** "Retracted, 1 Mar 2025", with the notice that says why. */
function NoticeLine({ notice }: { notice: EditorialNotice }) {
  const address = notice.doi === undefined ? undefined : addressOfId(`doi:${notice.doi}`);
  const words = [noticeWords(notice), notice.date && publishedWords(notice.date)].filter(Boolean).join(', ');
  return (
    <p class={`notice ${notice.is}`}>
      {words}
      {address && (
        <>
          {' · '}
          <a href={address} target="_blank" rel="noreferrer">
            {t('publicationNotice')}
          </a>
        </>
      )}
    </p>
  );
}

/** "Published in TMLR 2025 · 41 citations, 30 Nov 2026"; above it that the paper was retracted or corrected. */
export function Publication({ paper }: { paper: Paper }) {
  const { facts, sources } = paper;
  const notice = noticeOf(facts);
  const { citations } = facts.metrics ?? {};
  const readAt = saidAt('metrics.citations', sources);
  const words = [
    isPublishedPaper(facts) && t('publishedIn', whereAndWhen(facts, paper.key)),
    citations !== undefined &&
      [metricWords('citations', citations), readAt !== undefined && day(readAt)].filter(Boolean).join(', '),
  ].filter(Boolean);
  return (
    <>
      {notice && <NoticeLine notice={notice} />}
      {words.length > 0 && <p class="credits">{words.join(' · ')}</p>}
    </>
  );
}

/** In front of the title of a retracted paper. */
export function RetractionMark({ facts }: { facts: Pick<Paper['facts'], 'notice' | 'title'> }) {
  const notice = noticeOf(facts);
  return notice && isRetracted(facts) ? <span class="retracted-mark">{noticeWords(notice)}</span> : null;
}
