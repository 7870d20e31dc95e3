import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type MessageKey, plural, t } from '../../locale';
import { Quiet } from './quiet';
import type { Triage } from './triage';

/** A query over the page's cards: what it finds stays, the rest is dimmed or taken away. */
export function FilterRow({ triage }: { triage: Triage }) {
  const { wishes, filter } = triage.showing;
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const [problem] = filter.query.problems;
  const found = triage.showing.found();
  const text = filter.isOn ? plural('barFound', triage.showing.cards().length, found) : '';
  useEffect(() => {
    // Once the typing rests.
    const timer = setTimeout(() => text && triage.bridge.say({ text }), 700);
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
        value={wishes.query}
        onInput={({ currentTarget: { value } }) => triage.wish({ query: value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          event.preventDefault();
          if (wishes.query) triage.wish({ query: '' });
          else triage.endFilter();
        }}
      />
      <span class="found" role="img" aria-label={text}>
        <Quiet text={text} />
      </span>
      <label class="check">
        <input
          type="checkbox"
          checked={wishes.rest === 'hide'}
          onChange={({ currentTarget: { checked } }) => triage.wish({ rest: checked ? 'hide' : 'dim' })}
        />
        {t('barHideRest')}
      </label>
      {problem && <p class="problem">{t(problem.message as MessageKey, ...(problem.values ?? []))}</p>}
    </div>
  );
}
