/**
 * Notes as they are read: Markdown. A note may come from anyone's file: the output is only elements created here and text nodes,
 * never markup from the note, and links lead to http(s) only.
 */
import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { OnQuery } from './note-text';

interface Reader {
  noteTree: typeof import('./note-tree').noteTree;
  NoteNodes: typeof import('./note-nodes').NoteNodes;
}

let reader: Reader | undefined;
let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  const [{ noteTree }, { NoteNodes }] = await Promise.all([import('./note-tree'), import('./note-nodes')]);
  reader = { noteTree, NoteNodes };
}

/** What reads notes, loaded when the first note is drawn. Undefined until then. */
function useReader(): Reader | undefined {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (reader) return;
    loading ??= load();
    // If it cannot be loaded, notes are shown as they were written.
    loading.then(
      () => redraw(undefined),
      () => undefined,
    );
  }, []);
  return reader;
}

/** A note. Its tags and `[[…]]` search the library, where `onQuery` is given. */
export function Markdown({ text, onQuery }: { text: string; onQuery?: OnQuery | undefined }) {
  const read = useReader();
  const tree = useMemo(() => read?.noteTree(text), [read, text]);
  return (
    <div class="markdown" dir="auto">
      {read && tree ? <read.NoteNodes tree={tree} onQuery={onQuery} /> : <p class="as-written">{text}</p>}
    </div>
  );
}
