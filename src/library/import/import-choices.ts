/** What the user chooses of a file before it is imported: its keywords, a tag, a status, what happens to papers already here. Pure. */
import type { Status } from '../../paper/paper';
import { foldTag, tagName } from '../../paper/tag-name';
import type { ImportPlan, PlannedPaper } from './import-plan';
import type { Incoming } from './incoming';

/** A keyword of a file, and how many of its papers have it. */
export interface Keyword {
  name: string;
  /** `foldTag` of the name. */
  folded: string;
  papers: number;
}

export interface ImportChoices {
  /** Keywords that become tags, folded. */
  keywords: ReadonlySet<string>;
  /** A tag for every paper of the file. Empty: none. */
  tag: string;
  /** The status of new papers. Absent: what the file says. */
  status?: Status;
  /** Whether papers that are here already get what the file has besides. */
  updates: boolean;
}

/** More different keywords are left out unless they are chosen: they are a database's, not one's own. */
export const maxKeywordsKept = 15;

/** The keywords of a plan's papers, the commonest first. */
export function keywordsOf({ papers }: Pick<ImportPlan, 'papers'>): Keyword[] {
  const found = new Map<string, Keyword>();
  for (const { incoming } of papers) {
    for (const [folded, name] of namesOf(incoming.tags)) {
      const keyword = found.get(folded) ?? { name, folded, papers: 0 };
      keyword.papers++;
      found.set(folded, keyword);
    }
  }
  return [...found.values()].sort((a, b) => b.papers - a.papers || (a.folded < b.folded ? -1 : 1));
}

/** Names by their folded form; made once for each record: choices are applied anew at each key. */
const madeNames = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

function namesOf(tags: readonly string[]): ReadonlyMap<string, string> {
  const known = madeNames.get(tags) ?? new Map(tags.flatMap((tag) => namePair(tag) ?? []));
  madeNames.set(tags, known);
  return known;
}

function namePair(tag: string): [[folded: string, name: string]] | undefined {
  const name = tagName(tag);
  return name === undefined ? undefined : [[foldTag(name), name]];
}

/** The choices to begin with: few keywords are kept, many are not. */
export function initialChoices(keywords: readonly Keyword[]): ImportChoices {
  const kept = keywords.length > maxKeywordsKept ? [] : keywords.map(({ folded }) => folded);
  return { keywords: new Set(kept), tag: '', updates: true };
}

/** The plan as chosen. `now` is when a status was set, ms since 1970. */
export function chosenPlan(plan: ImportPlan, choices: ImportChoices, now: number): ImportPlan {
  const batchTag = tagName(choices.tag);
  const papers = plan.papers.flatMap((paper): PlannedPaper[] => {
    const isHere = paper.is === 'changed' || paper.is === 'same';
    if (isHere && !choices.updates) return [];
    const kept = [...namesOf(paper.incoming.tags)].flatMap(([folded, name]) =>
      choices.keywords.has(folded) ? name : [],
    );
    const tags = batchTag === undefined ? kept : [...kept, batchTag];
    const incoming = { ...(isHere ? paper.incoming : withStatus(paper.incoming, choices.status, now)), tags };
    return [{ ...paper, incoming, ...(isHere && whetherChanged(paper, tags, batchTag !== undefined)) }];
  });
  return { ...plan, papers };
}

/** What is left of the changes to a paper that is here already, with these tags. */
function whetherChanged({ changes }: PlannedPaper, tags: readonly string[], isTagged: boolean) {
  const others = changes.filter((change) => change !== 'tags');
  const left = isTagged || (changes.includes('tags') && tags.length > 0) ? [...others, 'tags'] : others;
  return { is: left.length > 0 ? ('changed' as const) : ('same' as const), changes: left };
}

function withStatus(incoming: Incoming, status: Status | undefined, now: number): Incoming {
  if (status === undefined) return incoming;
  const { readingAt: _r, readAt: _d, ...rest } = incoming;
  return {
    ...rest,
    status,
    ...(status === 'reading' && { readingAt: now }),
    ...(status === 'read' && { readAt: now }),
  };
}
