import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Completion } from '../../paper/marks';
import { addTags, isTagList, splitTags, type TagOption, tagOptions, tidyTag } from './tag-options';

/** What the tag field is given. */
export interface TagInputProps {
  /** Names, in order. */
  tags: readonly string[];
  /** Tags that complete a text by any part; the most recently used ones for "". */
  complete(text: string): Promise<readonly Completion[]>;
  /** The tags as they should be now. */
  onChange(tags: string[]): void;
  /** What the field is for, to assistive tools: "Tags of *title*". */
  label: string;
  autoFocus?: boolean;
  /** Tags to offer as single clicks below the field. */
  recent?: readonly Completion[];
  /** Colour of a tag where the user chose one. */
  colorOf?(name: string): number | undefined;
  /** Enter was pressed with nothing typed. */
  onDone?(): void;
  /** Escape was pressed with nothing typed and no list open. */
  onEscape?(): void;
}

/** State and keys of the tag field: the list follows the text, and Enter waits for the list of the text it was typed after. */
export function useTagInput({ tags, complete, onChange, onDone, onEscape }: TagInputProps) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Completion[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [said, setSaid] = useState<{ tag: string; added: boolean }>();
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef<Promise<readonly Completion[]>>(Promise.resolve([]));
  const id = useId();
  const options = isOpen ? tagOptions(text, found, tags) : [];

  const ask = (wanted: string) => {
    // Without completions a tag can still be typed; a library that cannot be reached says so when the change fails.
    const answer = complete(tidyTag(wanted)).catch((): readonly Completion[] => []);
    asked.current = answer;
    void answer.then((list) => asked.current === answer && setFound(list));
    return answer;
  };
  const type = (wanted: string) => {
    setText(wanted);
    setActive(0);
    setOpen(true);
    void ask(wanted);
  };
  const reset = () => {
    asked.current = Promise.resolve([]);
    setText('');
    setFound([]);
    setActive(0);
    setOpen(false);
  };
  const add = (...names: string[]) => {
    const after = addTags(tags, names);
    reset();
    if (after.length === tags.length) return;
    setSaid({ tag: after.slice(tags.length).join(', '), added: true });
    onChange(after);
  };
  const remove = (name: string) => {
    setSaid({ tag: name, added: false });
    onChange(tags.filter((each) => each !== name));
    field.current?.focus();
  };
  /** Takes the active line, or of a list still on its way the first. */
  const take = async () => {
    const list = await asked.current;
    const now = isOpen && list === found ? options : tagOptions(text, list, tags);
    const option = now[active] ?? now[0];
    if (option) add(option.name);
    else if (tidyTag(text) !== '') add(text);
  };
  const move = (by: number) => {
    if (!isOpen) {
      setOpen(true);
      void ask(text);
    } else if (options.length) setActive((active + by + options.length) % options.length);
  };
  const onInput = (value: string) => {
    if (!isTagList(value)) return type(value);
    add(...splitTags(value));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Record<string, (() => void) | undefined> = {
      Enter: text === '' && !isOpen ? onDone : () => void take(),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Backspace: text === '' && tags.length ? () => remove(tags[tags.length - 1] as string) : undefined,
      Escape: text !== '' || isOpen ? reset : onEscape,
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text') ?? '';
    if (!isTagList(pasted.trim())) return;
    event.preventDefault();
    add(...splitTags(`${text}${pasted}`));
  };

  // A field drawn anew for another paper must not add what was typed for the last one.
  useEffect(
    () => () => {
      asked.current = Promise.resolve([]);
    },
    [],
  );
  return {
    id,
    field,
    text,
    options,
    active,
    said,
    onInput,
    onKeyDown,
    onPaste,
    add,
    remove,
    close: () => setOpen(false),
  };
}

export type TagInputState = ReturnType<typeof useTagInput>;
export type { TagOption };
