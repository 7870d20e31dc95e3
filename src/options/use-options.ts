import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../library/library';
import type { Rule } from '../library/rules';
import type { Paper } from '../paper/paper';
import { useRead } from '../ui/library/use-read';
import { useSettings } from '../ui/settings/use-settings';
import { useSites } from './site-list';
import { useSeen } from './use-seen';

/** How many papers there are, and how many bytes the extension uses on this disk, where the browser tells. */
export interface Storage {
  papers: number;
  bytes: number | undefined;
}

/** The page is drawn without what has not been read by then, ms: a library that cannot be opened must not hide the options. */
const deadlineMs = 2000;

/** What the page shows of the library. */
interface Shown {
  storage: Storage;
  rules: Rule[];
  newest: Paper | undefined;
}

async function readShown(library: Library): Promise<Shown> {
  // Where the browser does not tell the size, it is not shown; nothing depends on it.
  const estimate = navigator.storage.estimate().catch((): StorageEstimate => ({}));
  const [papers, rules, [row]] = await Promise.all([library.size(), library.rules(), library.newest(1)]);
  const [newest] = row ? await library.papers([row.n]) : [];
  return { storage: { papers, bytes: (await estimate).usage }, rules, newest };
}

function useIsLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setLate, deadlineMs, true);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}

/**
 * Everything the options show, kept up to date. `isReady` once all of it was read for the first time: what is drawn before
 * would move under the pointer when the rest comes.
 */
export function useOptions(library: Library) {
  const settings = useSettings();
  const sites = useSites();
  const seen = useSeen();
  const [shown] = useRead(library, readShown);
  const isLate = useIsLate();
  const areSitesKnown = sites.sites !== undefined || sites.isUnreachable;
  const isWhole = settings.isRead && areSitesKnown && seen !== undefined && shown !== undefined;
  return { settings, sites, seen: seen ?? { size: 0, erase() {} }, shown, isReady: isWhole || isLate };
}
