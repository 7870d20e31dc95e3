import { useCallback, useState } from 'preact/hooks';
import { t } from '../locale';
import type { SiteState } from '../messages/contract';
import { ask } from '../messages/transport';
import { turnOn } from '../ui/settings/turn-site';
import { useHosts } from '../ui/settings/use-hosts';
import { activeTab } from './active-tab';

interface OfferedSite {
  site: SiteState;
  host: string;
}

/** The site of the page in front, if there is a reader for it that is turned off. */
async function findOffer(): Promise<OfferedSite | undefined> {
  const address = (await activeTab())?.url;
  const site = address === undefined ? undefined : await ask('siteAt', address);
  return address !== undefined && site && !site.isOn ? { site, host: new URL(address).host } : undefined;
}

/** On a page of a site that is off: a button that turns it on. */
export function SiteOffer() {
  const [offer, setOffer] = useState<OfferedSite>();
  // Without an answer of the background nothing is offered; the options show what is wrong.
  const read = useCallback(() => void findOffer().then(setOffer, () => setOffer(undefined)), []);
  useHosts(read);
  if (!offer) return null;
  const { site, host } = offer;
  return (
    <div class="offer" role="note">
      <p>{t('popupSiteOffer')}</p>
      <button type="button" class="link" onClick={() => void turnOn(site).then(read)}>
        {t('popupSiteTurnOn', host)}
      </button>
    </div>
  );
}
