/**
 * Which listings can be followed, and at which address: one row a site, apart from the readers because content scripts count
 * every byte. Only listings that a server sends whole, without a script or an account, and whose site allows it: Google
 * Scholar forbids it. Pure.
 */

/** A listing that can be followed. */
export interface Followable {
  /** Its address; `{week}` and `{month}` stand for those of the day it is read: see `addressOn`. */
  url: string;
  /** Id of the site that reads it. */
  site: string;
  /** A proper name, in the site's own words, which is not translated: "arXiv cs.LG new". */
  name: string;
}

interface Row {
  site: string;
  /** As in the site's own file. */
  name: string;
  hosts: readonly string[];
  /** The path to follow and what it is called; undefined for what cannot be followed. */
  find(url: URL): { path: string; called: string } | undefined;
}

/** A search: its address with only the parameters that say what is looked for and how it is sorted. */
function searchOf(url: URL, words: string, others: readonly string[] = []): ReturnType<Row['find']> {
  const asked = url.searchParams.get(words)?.trim();
  if (!asked) return undefined;
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => name === words || others.includes(name)));
  return { path: `${url.pathname}?${kept}`, called: `“${asked.slice(0, 80)}”` };
}

const plain = (path: string, called: string): { path: string; called: string } => ({ path, called });

const rows: readonly Row[] = [
  {
    site: 'huggingface',
    name: 'Hugging Face Papers',
    hosts: ['huggingface.co'],
    find(url) {
      const [, span] = /^\/papers\/(week|month)\//.exec(url.pathname) ?? [];
      if (span) return plain(`/papers/${span}/{${span}}`, span);
      if (/^\/papers\/trending\/?$/.test(url.pathname)) return plain('/papers/trending', 'trending');
      if (!/^\/papers(?:\/date\/[\w-]+)?\/?$/.test(url.pathname)) return undefined;
      return searchOf(url, 'q') ?? plain('/papers', 'daily');
    },
  },
  {
    site: 'arxiv',
    name: 'arXiv',
    hosts: ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'],
    find(url) {
      if (/^\/search\/?/.test(url.pathname))
        return searchOf(url, 'query', ['searchtype', 'abstracts', 'order', 'size', 'source']);
      const [path, archive = '', span = ''] = /^\/list\/([\w.-]+)\/(new|recent|pastweek)/.exec(url.pathname) ?? [];
      const show = url.searchParams.get('show');
      return path ? plain(show ? `${path}?show=${encodeURIComponent(show)}` : path, `${archive} ${span}`) : undefined;
    },
  },
  {
    site: 'pubmed',
    name: 'PubMed',
    hosts: ['pubmed.ncbi.nlm.nih.gov'],
    find: (url) => (url.pathname === '/' ? searchOf(url, 'term', ['sort', 'filter', 'size', 'format']) : undefined),
  },
  {
    site: 'biorxiv',
    name: 'bioRxiv and medRxiv',
    hosts: ['www.biorxiv.org', 'www.medrxiv.org'],
    find({ pathname, hostname }) {
      const [path, list] = /^\/(?:collection|content\/early|search)\/([^/?]+)/.exec(pathname) ?? [];
      const own = hostname.includes('medrxiv') ? 'medRxiv' : 'bioRxiv';
      return path && list ? plain(path, `${own} ${decoded(list)}`) : undefined;
    },
  },
  {
    site: 'scirate',
    name: 'SciRate',
    hosts: ['scirate.com'],
    find(url) {
      const [path, feed] = /^\/arxiv\/([a-z][\w.-]*)\/?$/.exec(url.pathname) ?? [];
      if (path && feed) return plain(path, feed);
      return url.pathname === '/search' ? searchOf(url, 'q') : undefined;
    },
  },
  {
    site: 'dblp',
    name: 'dblp',
    hosts: ['dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de'],
    find({ pathname }) {
      const [path, called] = /^\/(?:pid|pers|db)\/(.+?)(?:\/index)?(?:\.html)?$/.exec(pathname) ?? [];
      return path && called ? plain(path, decoded(called)) : undefined;
    },
  },
];

/** A part of an address as it is read; as it stands where it is damaged. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part).slice(0, 100);
  } catch {
    return part.slice(0, 100);
  }
}

/** The listing to follow for the page at an address; undefined if it cannot be followed. */
export function followable(url: URL): Followable | undefined {
  const row = rows.find(({ hosts }) => hosts.includes(url.hostname));
  if (!row || url.protocol !== 'https:') return undefined;
  const found = row.find(url);
  if (!found) return undefined;
  // arXiv's other hosts show the same lists, and only its own may be read without asking.
  const host = row.site === 'arxiv' ? 'arxiv.org' : url.hostname;
  const name = row.site === 'biorxiv' ? found.called : `${row.name} ${found.called}`;
  return { url: `https://${host}${found.path}`, site: row.site, name };
}

/** Ids of the sites with listings that can be followed, and the hosts that are read for it. */
export const followedHosts: readonly { site: string; name: string; hosts: readonly string[] }[] = rows;

/** The ISO week of a day, as `2026-W49`. https://www.iso.org/iso-8601-date-and-time-format.html */
function weekOf(day: Date): string {
  const thursday = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((thursday.getTime() - first) / 86_400_000 + 1) / 7);
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** The address at which a followed listing is read on a day. */
export const addressOn = (url: string, now: Date): string =>
  url.replace('{week}', weekOf(now)).replace('{month}', now.toISOString().slice(0, 7));
