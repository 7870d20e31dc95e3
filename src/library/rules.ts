/**
 * Auto-tag rules: conditions on a paper's facts, and the tags to add when they hold. A rule acts only when a paper
 * starts to match it (when it is saved, or when its abstract becomes known), so that a tag removed by hand does not
 * come back. Pure.
 */
import type { Facts } from '../paper/paper';
import { tagName } from '../paper/tag-name';
import { fold, foldAll } from '../query/fold';
import { parseQuery } from '../query/parse';
import { compilePattern, patternLimits } from '../query/pattern';
import type { Node, Problem } from '../query/query';

/** Fields a rule can look at. `text` is title and abstract. */
export const ruleFields = ['text', 'title', 'abstract', 'author', 'category', 'venue'] as const;
export type RuleField = (typeof ruleFields)[number];

export interface Rule {
  id: string;
  field: RuleField;
  /**
   * `words`: as in a search; all must occur, and quotes, `OR`, `-` and brackets work the same. `pattern`: a regular
   * expression.
   */
  is: 'words' | 'pattern';
  asked: string;
  /** Names, at least one. */
  tags: string[];
  on: boolean;
}

/** The facts that rules look at. */
export type RuledFacts = Partial<Pick<Facts, 'title' | 'abstract' | 'authors' | 'categories' | 'venue'>>;

/** Tags of one rule; further tags are dropped. */
export const maxTagsPerRule = 20;
/** Rules of one library. */
export const maxRulesPerLibrary = 200;
/** UTF-16 units of a field that a pattern is matched against. No abstract is longer; a hostile page could send more. */
const maxMatchedUnits = 20_000;

/** Why a rule cannot be used: a message key of `_locales`, and its values. */
export type RuleProblem = Pick<Problem, 'message' | 'values'>;

type Matcher = (facts: RuledFacts) => boolean;

/** Compiles a rule, or returns its problem. */
export function ruleMatcher({
  field,
  is,
  asked,
}: Pick<Rule, 'field' | 'is' | 'asked'>): { matches: Matcher } | { problem: RuleProblem } {
  return is === 'pattern' ? patternMatcher(field, asked) : wordsMatcher(field, asked);
}

/** The problem with a rule; undefined if it can be used. */
export function ruleProblem(rule: Omit<Rule, 'id' | 'on'>): RuleProblem | undefined {
  const ready = ruleMatcher(rule);
  if ('problem' in ready) return ready.problem;
  return rule.tags.some((tag) => tagName(tag) !== undefined) ? undefined : { message: 'ruleNoTag' };
}

/** Names of the tags that rules add to a paper whose facts change from `before` (undefined: a new paper) to `after`. */
export function tagsByRules(rules: readonly Rule[], after: RuledFacts, before?: RuledFacts): string[] {
  const acting = rules.filter((rule) => {
    const matches = rule.on ? ready(rule) : undefined;
    return matches?.(after) && !(before && matches(before));
  });
  return [...new Set(acting.flatMap(({ tags }) => tags))];
}

const known = new Map<string, Matcher | undefined>();

/** A rule's matcher, compiled once. Undefined for an invalid rule, which a backup may hold. */
function ready(rule: Rule): Matcher | undefined {
  const key = JSON.stringify([rule.field, rule.is, rule.asked]);
  if (!known.has(key)) {
    if (known.size > 2 * maxRulesPerLibrary) known.clear();
    const made = ruleMatcher(rule);
    known.set(key, 'matches' in made ? made.matches : undefined);
  }
  return known.get(key);
}

/** A rule as it is stored, from untrusted input. Undefined if the input does not have the shape of a rule. */
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

/** Whether a query consists of words only: a rule's field is chosen separately. */
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
