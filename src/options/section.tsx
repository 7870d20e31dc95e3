import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { type MessageKey, t } from '../locale';

/** The sections, in the page's order, with their headings. The name is the anchor in the page's address. */
export const sectionTitles = {
  appearance: 'optionsLook',
  sites: 'optionsSites',
  listings: 'optionsOnPages',
  library: 'optionsKeeping',
  services: 'optionsServices',
  rules: 'rules',
  export: 'optionsExport',
  shortcuts: 'optionsShortcuts',
  privacy: 'optionsPrivacy',
} as const satisfies Record<string, MessageKey>;
export type SectionName = keyof typeof sectionTitles;

/** A section of the options with its heading. */
export function Section({ name, children }: { name: SectionName; children: ComponentChildren }) {
  const id = useId();
  return (
    <section id={name} aria-labelledby={id}>
      <h2 id={id}>{t(sectionTitles[name])}</h2>
      {children}
    </section>
  );
}

interface ChoiceProps<V extends string> {
  label: string;
  value: V;
  choices: readonly { value: V; name: string }[];
  onChange(value: V): void;
}

/** A labelled menu. */
export function Choice<V extends string>({ label, value, choices, onChange }: ChoiceProps<V>) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select
        class="field"
        value={value}
        onChange={(event) => {
          const chosen = choices.find((each) => each.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {each.name}
          </option>
        ))}
      </select>
    </label>
  );
}
