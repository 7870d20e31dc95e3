import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type MessageKey, plural, t } from '../../locale';
import type { Triage } from './triage';
import { Unfindable } from './unfindable';

/** A query over the page's cards: those that do not match are dimmed or hidden. */
export function FilterRow({ triage }: { triage: Triage }) {
  const { options, filter } = triage.visible;
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const [problem] = filter.query.problems;
  const found = triage.visible.found();
  const text = filter.isOn ? plural('barFound', triage.visible.cards().length, found) : '';
  useEffect(() => {
    // After the user stops typing.
    const timer = setTimeout(() => text && triage.page.layer.say({ text }), 700);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="row filter">
      <input
        ref={field}
        class="field"
        type="search"
        aria-label={t('barFilterName')}
        placeholder={t('barFilterHint')}
        autocomplete="off"
        spellcheck={false}
        value={options.query}
        onInput={({ currentTarget: { value } }) => triage.setView({ query: value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          event.preventDefault();
          if (options.query) triage.setView({ query: '' });
          else triage.endFilter();
        }}
      />
      <span class="found" role="img" aria-label={text}>
        <Unfindable text={text} />
      </span>
      <label class="check">
        <input
          type="checkbox"
          checked={options.rest === 'hide'}
          onChange={({ currentTarget: { checked } }) => triage.setView({ rest: checked ? 'hide' : 'dim' })}
        />
        {t('barHideRest')}
      </label>
      {problem && <p class="problem">{t(problem.message as MessageKey, ...(problem.values ?? []))}</p>}
    </div>
  );
}
