import { day, number, t } from '../locale';
import { addressOfId } from '../paper/addresses';
import { idValue } from '../paper/identity';
import { metricNames } from '../paper/metrics';
import type { Paper, Sighting } from '../paper/paper';
import { metricWords } from '../ui/paper/metric-words';
import { schemeName } from '../ui/paper/paper-words';
import { useSiteNames } from '../ui/paper/use-site-names';

const isWeb = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

/** An address as shown: "huggingface.co/papers/date/2026-01-05". */
const placeOf = (address: string): string => {
  const { hostname, pathname, search } = new URL(address);
  return `${hostname.replace(/^www\./, '')}${pathname}${search}`;
};

function countsOf({ rank, metrics = {} }: Sighting): string {
  return [
    rank !== undefined && t('shelfRank', number(rank)),
    ...metricNames.map((name) => metrics[name] !== undefined && metricWords(name, metrics[name])),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Where and when the paper was seen, latest first. */
export function Sightings({ sightings }: { sightings: readonly Sighting[] }) {
  const names = useSiteNames();
  if (sightings.length === 0) return null;
  return (
    <section class="sightings">
      <h3>{t('shelfSeen')}</h3>
      <ol>
        {[...sightings].reverse().map((seen) => (
          <li key={`${seen.at} ${seen.url}`}>
            <time dateTime={new Date(seen.at).toISOString()}>{day(seen.at)}</time>
            {isWeb(seen.url) ? (
              <a href={seen.url} target="_blank" rel="noreferrer" title={seen.url}>
                {placeOf(seen.url)}
              </a>
            ) : (
              <span>{names.get(seen.site) ?? seen.site}</span>
            )}
            <span class="counts">{countsOf(seen)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The record itself: ids, when it was saved and read, where its facts come from. */
export function RecordFacts({ paper }: { paper: Paper }) {
  const { savedAt, readingAt, readAt, ids, sources, facts } = paper;
  const names = useSiteNames();
  const lines: [string, string | undefined][] = [
    [t('shelfSaved'), day(savedAt)],
    [t('statusReading'), readingAt === undefined ? undefined : day(readingAt)],
    [t('statusRead'), readAt === undefined ? undefined : day(readAt)],
    [t('shelfCategories'), facts.categories?.join(', ')],
    [t('shelfJournalRef'), facts.journalRef],
    [t('shelfComment'), facts.comment],
    [t('shelfSources'), [...new Set(sources.map(({ site }) => names.get(site) ?? site))].join(', ')],
  ];
  return (
    <dl class="record">
      {ids.map((id) => {
        const address = addressOfId(id);
        return (
          <div key={id}>
            <dt>{schemeName(id)}</dt>
            <dd>
              {address ? (
                <a href={address} target="_blank" rel="noreferrer">
                  {idValue(id)}
                </a>
              ) : (
                idValue(id)
              )}
            </dd>
          </div>
        );
      })}
      {lines.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
