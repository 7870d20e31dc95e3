import { useState } from 'preact/hooks';
import type { Library } from '../library/library';
import type { Rule } from '../library/rules';
import { ruleProblem } from '../library/rules';
import { type MessageKey, plural, t } from '../locale';
import { Icon } from '../ui/kit/icons';
import type { Changes } from '../ui/library/use-changes';
import { TagChip } from '../ui/tags/tag-chip';
import { type Tags, useTags } from '../ui/tags/use-tags';
import { RuleDialog, ruleFieldNames } from './rule-dialog';
import { Section } from './section';

const ruleText = ({ field, is, asked }: Rule): string =>
  t(is === 'words' ? 'ruleHasWords' : 'ruleMatches', t(ruleFieldNames[field]), asked);

interface RuleLineProps {
  rule: Rule;
  tags: Tags;
  onToggle(): void;
  onEdit(): void;
  onApply(): Promise<boolean>;
  onDelete(): void;
}

function RuleLine({ rule, tags, onToggle, onEdit, onApply, onDelete }: RuleLineProps) {
  const [isApplying, setApplying] = useState(false);
  const text = ruleText(rule);
  const problem = ruleProblem(rule);
  const apply = async () => {
    setApplying(true);
    await onApply();
    setApplying(false);
  };
  return (
    <li class="rule">
      <button type="button" role="switch" class="switch" aria-checked={rule.on} onClick={onToggle}>
        <bdi>{text}</bdi>
      </button>
      <div class="rule-tags">
        {rule.tags.map((name) => (
          <TagChip key={name} name={name} color={tags.colorOf(name)} />
        ))}
      </div>
      <div class="acts">
        <button type="button" class="btn" aria-label={t('ruleEditNamed', text)} onClick={onEdit}>
          {t('ruleEdit')}
        </button>
        <button
          type="button"
          class="btn"
          disabled={isApplying || problem !== undefined}
          aria-label={t('ruleApplyNamed', text)}
          onClick={() => void apply()}
        >
          {t(isApplying ? 'ruleApplying' : 'ruleApply')}
        </button>
        <button type="button" class="btn" aria-label={t('ruleDeleteNamed', text)} onClick={onDelete}>
          {t('ruleDelete')}
        </button>
      </div>
      {problem && <p class="wrong">{t(problem.message as MessageKey, ...(problem.values ?? []))}</p>}
    </li>
  );
}

interface RulesProps {
  library: Library;
  changes: Changes;
  rules: readonly Rule[];
}

/** The rules that tag papers when they are saved. A rule is tried on the library before it is turned on. */
export function Rules({ library, changes, rules }: RulesProps) {
  const tags = useTags(library);
  const [open, setOpen] = useState<Rule | 'new'>();
  const turnOff = ({ id, ...rule }: Rule) =>
    changes.attempt(
      (own) => own.saveRule({ ...rule, on: false }, id),
      () => undefined,
    );
  const apply = ({ id }: Rule) =>
    changes.attempt(
      async (own) => {
        const done = await own.applyRule(id);
        return done.id === 0 ? undefined : done;
      },
      (done) => (done ? plural('ruleApplied', done.numbers.length) : t('ruleAppliedNone')),
    );
  const remove = ({ id }: Rule) =>
    changes.attempt(
      (own) => own.deleteRule(id),
      () => t('ruleDeleted'),
    );
  return (
    <Section name="rules">
      <p class="hint">{t('rulesHint')}</p>
      <ul class="rules">
        {rules.map((rule) => (
          <RuleLine
            key={rule.id}
            rule={rule}
            tags={tags}
            onToggle={() => (rule.on ? void turnOff(rule) : setOpen(rule))}
            onEdit={() => setOpen(rule)}
            onApply={() => apply(rule)}
            onDelete={() => void remove(rule)}
          />
        ))}
      </ul>
      <button type="button" class="btn" onClick={() => setOpen('new')}>
        <Icon name="plus" /> {t('ruleAdd')}
      </button>
      {open && (
        <RuleDialog
          library={library}
          rule={open === 'new' ? undefined : open}
          tags={tags}
          changes={changes}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  );
}
