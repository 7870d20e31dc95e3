import { useCallback, useState } from 'preact/hooks';
import { t } from '../locale';
import type { SiteState } from '../messages/contract';
import { ask } from '../messages/transport';
import { turnOff, turnOn } from '../ui/settings/turn-site';
import { useHosts } from '../ui/settings/use-hosts';
import { Section } from './section';

/** Hosts for display: `dblp.org` of `https://dblp.org/*`. */
const hostNames = (origins: readonly string[]): string =>
  [...new Set(origins.map((origin) => origin.split('/')[2]))].join(', ');

function SiteSwitch({ site, onToggle }: { site: SiteState; onToggle(): void }) {
  return (
    <li>
      <button type="button" role="switch" class="switch" aria-checked={site.isOn} onClick={onToggle}>
        {site.name}
      </button>
      <span class="hint">{hostNames(site.origins)}</span>
    </li>
  );
}

/** The sites, kept up to date; undefined until the background has answered. `isUnreachable`: it did not. */
export function useSites() {
  const [sites, setSites] = useState<SiteState[]>();
  const [isUnreachable, setUnreachable] = useState(false);
  const read = useCallback(() => {
    ask('sites').then(setSites, () => setUnreachable(true));
  }, []);
  useHosts(read);
  return { sites, isUnreachable, read };
}

/** A switch for every site that can be read. */
export function SiteList({ sites, isUnreachable, read }: ReturnType<typeof useSites>) {
  const toggle = async (site: SiteState) => {
    await (site.isOn ? turnOff(site) : turnOn(site));
    read();
  };
  return (
    <Section name="sites">
      <p class="hint">{t('optionsSitesHint')}</p>
      {!sites && isUnreachable && <p class="wrong">{t('failureAsleep')}</p>}
      <ul class="sites">
        {sites?.map((site) => (
          <SiteSwitch key={site.id} site={site} onToggle={() => void toggle(site)} />
        ))}
      </ul>
    </Section>
  );
}
