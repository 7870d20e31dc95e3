import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Completion } from '../../paper/marks';
import { addTags, isTagList, splitTags, type TagOption, tagOptions, tidyTag } from './tag-options';

/** Props of the tag field. */
export interface TagInputProps {
  /** Names, in order. */
  tags: readonly string[];
  /** Tags that complete a text by any part; the most recently used ones for "". */
  complete(text: string): Promise<readonly Completion[]>;
  /** Called with all tags of the field after each change. */
  onChange(tags: string[]): void;
  /** The accessible name: "Tags of *title*". */
  label: string;
  autoFocus?: boolean;
  /** Tags to offer below the field, each added by a click. */
  recent?: readonly Completion[];
  /** The colour of a tag, if the user chose one. */
  colorOf?(name: string): number | undefined;
  /** Enter was pressed in the empty field. */
  onDone?(): void;
  /** Escape was pressed in the empty field with no list open. */
  onEscape?(): void;
}

/** State and keys of the tag field. Enter waits for the options of the text that was typed before it. */
export function useTagInput({ tags, complete, onChange, onDone, onEscape }: TagInputProps) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Completion[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [announced, setAnnounced] = useState<{ tag: string; added: boolean }>();
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef<Promise<readonly Completion[]>>(Promise.resolve([]));
  const id = useId();
  const options = isOpen ? tagOptions(text, found, tags) : [];

  const ask = (wanted: string) => {
    // Without completions a tag can still be typed; that the library cannot be reached is shown when the change fails.
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
    setAnnounced({ tag: after.slice(tags.length).join(', '), added: true });
    onChange(after);
  };
  const remove = (name: string) => {
    setAnnounced({ tag: name, added: false });
    onChange(tags.filter((each) => each !== name));
    field.current?.focus();
  };
  /** Adds the active option; if the options are still being read, the first of them. */
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

  // An unmounted field must not add what was typed in it once the options arrive.
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
    announced,
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
