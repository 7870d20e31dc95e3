import { useCallback, useState } from 'preact/hooks';
import { t } from '../locale';
import type { SiteState } from '../messages/contract';
import { ask } from '../messages/transport';
import { turnOn } from '../ui/settings/turn-site';
import { useHosts } from '../ui/settings/use-hosts';
import { pageInFront } from './page-in-front';

interface Offered {
  site: SiteState;
  host: string;
}

/** The site in front, if it could be read and is not. */
async function offered(): Promise<Offered | undefined> {
  const address = (await pageInFront())?.url;
  const site = address === undefined ? undefined : await ask('siteAt', address);
  return address !== undefined && site && !site.isOn ? { site, host: new URL(address).host } : undefined;
}

/** On a page of a site that is off: one button that turns it on. Nothing anywhere else. */
export function SiteOffer() {
  const [found, setFound] = useState<Offered>();
  // A background that cannot be asked offers nothing; the options say so.
  const read = useCallback(() => void offered().then(setFound, () => setFound(undefined)), []);
  useHosts(read);
  if (!found) return null;
  const { site, host } = found;
  return (
    <div class="offer" role="note">
      <p>{t('popupSiteOffer')}</p>
      <button type="button" class="link" onClick={() => void turnOn(site).then(read)}>
        {t('popupSiteTurnOn', host)}
      </button>
    </div>
  );
}
