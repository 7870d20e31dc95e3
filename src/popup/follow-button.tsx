import { useEffect, useState } from 'preact/hooks';
import type { Followed } from '../library/followed';
import { t } from '../locale';
import { followable } from '../sites/follow';
import { openPage } from './open-page';

let followed: Promise<Followed> | undefined;
/** The store of followed listings; its code is loaded when first asked, so that the popup need not wait for it to open. */
const followedStore = (): Promise<Followed> => {
  followed ??= import('../library/followed').then(({ Followed }) => new Followed());
  return followed;
};

/** On a listing that can be followed: a button for that; on one that is followed, a link to *Today*. */
export function FollowButton({ url }: { url: string | undefined }) {
  const listing = url !== undefined && URL.canParse(url) ? followable(new URL(url)) : undefined;
  const [isFollowed, setFollowed] = useState<boolean>();
  useEffect(() => {
    if (!listing) return;
    // Where the store cannot be read nothing is offered: it could not be written either.
    void followedStore()
      .then((store) => store.listings())
      .then(
        (all) => setFollowed(all.some((each) => each.url === listing.url)),
        () => setFollowed(undefined),
      );
  }, [listing?.url]);
  if (!listing || isFollowed === undefined) return null;
  if (isFollowed)
    return (
      <button type="button" class="link" onClick={() => void openPage('shelf', '#today')}>
        {t('popupFollowing')}
      </button>
    );
  const follow = async () => {
    await (await followedStore()).follow({ ...listing, followedAt: Date.now() });
    setFollowed(true);
  };
  return (
    <button type="button" class="link" title={listing.name} onClick={() => void follow()}>
      {t('popupFollow')}
    </button>
  );
}
