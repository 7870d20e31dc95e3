import { plural, t } from '../../locale';
import { addressOn } from '../../sites/follow';
import { IconButton } from '../../ui/kit/icon-button';
import type { SettingsState } from '../../ui/settings/use-settings';
import { AddListing } from './add-listing';
import { listingWords } from './listing-words';
import type { TodayState } from './use-today';

interface ListingsProps {
  today: TodayState;
  settings: SettingsState;
  onUnfollow(url: string): void;
}

/** The followed listings, each with how its last reading went; those that failed are said without a click. */
export function Listings({ today, settings, onUnfollow }: ListingsProps) {
  const listings = today.state?.listings ?? [];
  const failed = listings.filter(({ problem, isCut }) => problem || isCut);
  return (
    <div class="today-listings">
      {navigator.onLine === false && <p role="status">{t('todayOffline')}</p>}
      {failed.map((listing) => (
        <p key={listing.url} class="today-problem" role="status">
          <bdi>{listing.name}</bdi>: {listingWords(listing)}
        </p>
      ))}
      <details>
        <summary>{plural('todayListings', listings.length)}</summary>
        <ul>
          {listings.map((listing) => (
            <li key={listing.url}>
              <a href={addressOn(listing.url, new Date())} target="_blank" rel="noreferrer">
                <bdi>{listing.name}</bdi>
              </a>
              <span class="today-state">
                {today.reading.has(listing.url)
                  ? t('todayReading')
                  : !failed.includes(listing) && listingWords(listing)}
              </span>
              <IconButton
                name={t('todayUnfollow', listing.name)}
                icon="close"
                onClick={() => onUnfollow(listing.url)}
              />
            </li>
          ))}
        </ul>
        <AddListing today={today} />
        <label class="check">
          <input
            type="checkbox"
            checked={settings.values.readsMornings}
            onChange={(event) => settings.change({ readsMornings: event.currentTarget.checked })}
          />
          {t('todayMornings')}
        </label>
      </details>
    </div>
  );
}
