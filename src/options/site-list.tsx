import { useCallback, useState } from 'preact/hooks';
import { t } from '../locale';
import type { SiteState } from '../messages/contract';
import { ask } from '../messages/transport';
import { turnOff, turnOn } from '../ui/settings/turn-site';
import { useHosts } from '../ui/settings/use-hosts';
import { Section } from './section';

/** Hosts as one reads them: `dblp.org` of `https://dblp.org/*`. */
const hostNames = (origins: readonly string[]): string =>
  [...new Set(origins.map((origin) => origin.split('/')[2]))].join(', ');

function SiteSwitch({ site, onTurn }: { site: SiteState; onTurn(): void }) {
  return (
    <li>
      <button type="button" role="switch" class="switch" aria-checked={site.isOn} onClick={onTurn}>
        {site.name}
      </button>
      <span class="hint">{hostNames(site.origins)}</span>
    </li>
  );
}

/** Every site that can be read, each turned on and off. */
export function SiteList() {
  const [sites, setSites] = useState<SiteState[]>();
  const [isAway, setAway] = useState(false);
  const read = useCallback(() => {
    ask('sites').then(setSites, () => setAway(true));
  }, []);
  useHosts(read);
  const turn = async (site: SiteState) => {
    await (site.isOn ? turnOff(site) : turnOn(site));
    read();
  };
  return (
    <Section title={t('optionsSites')}>
      <p class="hint">{t('optionsSitesHint')}</p>
      {!sites && isAway && <p class="wrong">{t('failureAsleep')}</p>}
      <ul class="sites">
        {sites?.map((site) => (
          <SiteSwitch key={site.id} site={site} onTurn={() => void turn(site)} />
        ))}
      </ul>
    </Section>
  );
}
