/**
 * Auto-tag rules: what a paper must say to be given tags. A rule acts in the moment a paper begins to fulfil it (when it is
 * saved, or its abstract is learnt), so that a tag taken away by hand does not come back. Pure.
 */
import type { Facts } from '../paper/paper';
import { tagName } from '../paper/tag-name';
import { fold, foldAll } from '../query/fold';
import { parseQuery } from '../query/parse';
import { compilePattern, patternLimits } from '../query/pattern';
import type { Node, Problem } from '../query/query';

/** Where a rule looks. `text` is title and abstract. */
export const ruleFields = ['text', 'title', 'abstract', 'author', 'category', 'venue'] as const;
export type RuleField = (typeof ruleFields)[number];

export interface Rule {
  id: string;
  field: RuleField;
  /** `words` as in a search: all must occur, quotes, `OR`, `-` and brackets mean the same; `pattern`: a regular expression. */
  is: 'words' | 'pattern';
  asked: string;
  /** Names, at least one. */
  tags: string[];
  on: boolean;
}

/** The facts that rules look at. */
export type RuledFacts = Partial<Pick<Facts, 'title' | 'abstract' | 'authors' | 'categories' | 'venue'>>;

/** A rule gives at most so many tags; tags beyond are left out. */
export const maxTagsPerRule = 20;
/** A library keeps at most so many rules. */
export const maxRulesPerLibrary = 200;
/** UTF-16 units of a field that patterns look at: no abstract is longer, and a page could send more. */
const maxMatchedUnits = 20_000;

/** Why a rule can not be used: a key of `_locales` and what goes into it. */
export type RuleProblem = Pick<Problem, 'message' | 'values'>;

type Matcher = (facts: RuledFacts) => boolean;

/** Makes a rule ready to be asked, or says what is wrong with it. */
export function ruleMatcher({
  field,
  is,
  asked,
}: Pick<Rule, 'field' | 'is' | 'asked'>): { matches: Matcher } | { problem: RuleProblem } {
  return is === 'pattern' ? patternMatcher(field, asked) : wordsMatcher(field, asked);
}

/** What is wrong with a rule; undefined if nothing is. */
export function ruleProblem(rule: Omit<Rule, 'id' | 'on'>): RuleProblem | undefined {
  const ready = ruleMatcher(rule);
  if ('problem' in ready) return ready.problem;
  return rule.tags.some((tag) => tagName(tag) !== undefined) ? undefined : { message: 'ruleNoTag' };
}

/** Names of the tags that rules give to a paper whose facts were `before` (undefined: it was not here) and are `after`. */
export function tagsByRules(rules: readonly Rule[], after: RuledFacts, before?: RuledFacts): string[] {
  const acting = rules.filter((rule) => {
    const matches = rule.on ? ready(rule) : undefined;
    return matches?.(after) && !(before && matches(before));
  });
  return [...new Set(acting.flatMap(({ tags }) => tags))];
}

const known = new Map<string, Matcher | undefined>();

/** A rule's matcher, made once; undefined where the rule is wrong, as one that came with a file may be. */
function ready(rule: Rule): Matcher | undefined {
  const key = JSON.stringify([rule.field, rule.is, rule.asked]);
  if (!known.has(key)) {
    if (known.size > 2 * maxRulesPerLibrary) known.clear();
    const made = ruleMatcher(rule);
    known.set(key, 'matches' in made ? made.matches : undefined);
  }
  return known.get(key);
}

/** A rule as it is kept, made of what a person typed or a file holds; undefined if it has not the form of one. */
export function toRule(from: unknown): Omit<Rule, 'id'> | undefined {
  if (typeof from !== 'object' || from === null) return undefined;
  const { field, is, asked, tags, on } = from as Partial<Record<keyof Rule, unknown>>;
  const known = ruleFields.find((each) => each === field);
  if (!known || (is !== 'words' && is !== 'pattern') || typeof asked !== 'string' || !Array.isArray(tags)) {
    return undefined;
  }
  const names = tags.flatMap((tag: unknown) => (typeof tag === 'string' && tagName(tag)) || []);
  if (names.length === 0 || asked.trim() === '' || asked.length > patternLimits.length) return undefined;
  return { field: known, is, asked: asked.trim(), tags: [...new Set(names)].slice(0, maxTagsPerRule), on: on === true };
}

function patternMatcher(field: RuleField, asked: string): { matches: Matcher } | { problem: RuleProblem } {
  const read = compilePattern(asked.trim());
  if ('problem' in read) {
    const { problem, detail } = read;
    return { problem: { message: `rulePattern_${problem}`, ...(detail !== undefined && { values: [detail] }) } };
  }
  const { pattern } = read;
  return {
    matches(facts) {
      let left = maxMatchedUnits;
      return textsOf(field, facts).some((text) => {
        const some = text.slice(0, Math.max(0, left));
        left -= text.length;
        return some !== '' && pattern.test(some);
      });
    },
  };
}

function wordsMatcher(field: RuleField, asked: string): { matches: Matcher } | { problem: RuleProblem } {
  if (asked.length > patternLimits.length) return { problem: { message: 'rulePattern_long' } };
  const { node, problems } = parseQuery(asked);
  const [wrong] = problems;
  if (wrong) return { problem: { message: wrong.message, ...(wrong.values && { values: wrong.values }) } };
  if (!node) return { problem: { message: 'ruleNoWords' } };
  if (!isPlain(node)) return { problem: { message: 'ruleOnlyWords' } };
  return {
    matches: (facts) => {
      const texts = textsOf(field, facts);
      const text = texts.length === 1 ? fold(texts[0] ?? '') : foldAll(texts);
      return holds(node, text);
    },
  };
}

/** Whether a query is made of words alone: a rule names its field beside them. */
function isPlain(node: Node): boolean {
  if (node.is === 'and' || node.is === 'or') return node.of.every(isPlain);
  if (node.is === 'not') return isPlain(node.of);
  return (node.is === 'text' && node.field === 'any') || node.is === 'id';
}

function holds(node: Node, text: string): boolean {
  if (node.is === 'and') return node.of.every((part) => holds(part, text));
  if (node.is === 'or') return node.of.some((part) => holds(part, text));
  if (node.is === 'not') return !holds(node.of, text);
  return node.is === 'text' && text.includes(node.needle);
}

function textsOf(field: RuleField, { title, abstract, authors, categories, venue }: RuledFacts): string[] {
  const texts: Record<RuleField, readonly (string | undefined)[]> = {
    text: [title, abstract],
    title: [title],
    abstract: [abstract],
    author: authors ?? [],
    category: categories ?? [],
    venue: [venue],
  };
  return texts[field].filter((text) => text !== undefined);
}
