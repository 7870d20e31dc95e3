import { useEffect, useId, useState } from 'preact/hooks';
import type { Completion } from '../../paper/marks';

/** Names offered below the field: of thousands, those that fit what is typed. */
const maxOffered = 20;

interface TagNameFieldProps {
  label: string;
  value: string;
  /** Tags that complete a text, best first; the most recently used ones for "". */
  complete(text: string, limit: number): Promise<readonly Completion[]>;
  autoFocus?: boolean;
  onInput(name: string): void;
}

/** A field for the name of a tag, which completes the tags there are. */
export function TagNameField({ label, value, complete, autoFocus = false, onInput }: TagNameFieldProps) {
  const [offered, setOffered] = useState<readonly Completion[]>([]);
  const id = useId();
  useEffect(() => {
    let isLatest = true;
    // Without completions a name can still be typed.
    const asked = complete(value, maxOffered).catch((): readonly Completion[] => []);
    void asked.then((found) => isLatest && setOffered(found));
    return () => {
      isLatest = false;
    };
  }, [value]);
  return (
    <label class="labelled">
      {label}
      <input
        class="field"
        type="text"
        list={id}
        spellcheck={false}
        // biome-ignore lint/a11y/noAutofocus: asked for only where the user has just chosen to name a tag
        autoFocus={autoFocus}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <datalist id={id}>
        {offered.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </label>
  );
}
