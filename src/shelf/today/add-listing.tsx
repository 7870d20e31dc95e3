import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { followable } from '../../sites/follow';
import type { TodayState } from './use-today';

/** A field for the address of a listing to follow. Says so where the listing cannot be followed. */
export function AddListing({ today }: { today: TodayState }) {
  const [address, setAddress] = useState('');
  const [isRefused, setRefused] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    const text = address.trim();
    const listing = URL.canParse(text) ? followable(new URL(text)) : undefined;
    setRefused(!listing);
    if (!listing) return;
    setAddress('');
    if (!today.state?.listings.some(({ url }) => url === listing.url))
      void today.follow({ ...listing, followedAt: Date.now() });
  };
  return (
    <form class="today-add" onSubmit={add}>
      <input
        class="field"
        type="url"
        aria-label={t('todayAddress')}
        placeholder="https://arxiv.org/list/cs.LG/new"
        aria-invalid={isRefused}
        value={address}
        onInput={(event) => {
          setAddress(event.currentTarget.value);
          setRefused(false);
        }}
      />
      <button type="submit" class="btn" disabled={address.trim() === ''}>
        {t('popupFollow')}
      </button>
      {isRefused && <p role="alert">{t('todayNotFollowable')}</p>}
    </form>
  );
}
