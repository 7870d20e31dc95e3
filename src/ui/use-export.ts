import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ExportPaper, Format } from '../formats';
import { assignKeys } from '../formats/keys';
import type { Library } from '../library/library';
import { errorWords } from './error-words';
import { type Exported, exportPapers, piecesOf } from './export-file';
import type { Tags } from './use-tags';

/** How much of a file is shown before it is made, UTF-16 units. */
const previewed = 1500;
/** Papers that are enough to show what the file will look like. */
const forPreview = 8;

/** The papers to export: a promise for what is done with them, and the papers for what is shown of them. Read again when they change. */
export function useExported(library: Library, tags: Tags, numbers: readonly number[]) {
  const [papers, setPapers] = useState<readonly ExportPaper[]>();
  const [error, setError] = useState<unknown>();
  const [changes, setChanges] = useState(0);
  const reading = useMemo(() => exportPapers(library, tags.byId, numbers), [library, numbers, changes]);
  useEffect(() => library.onChange(() => setChanges((times) => times + 1)), [library]);
  useEffect(() => {
    reading.then((exported) => setPapers(exported.papers), setError);
  }, [reading]);
  return { reading, papers, error };
}

/** The beginning of the file. */
export function usePreview(
  format: Format | undefined,
  papers: readonly ExportPaper[] | undefined,
  keyTemplate: string,
): string {
  const [text, setText] = useState('');
  useEffect(() => {
    if (!format || !papers) return;
    const writing = new AbortController();
    const write = async () => {
      const pieces = await piecesOf(format, papers.slice(0, forPreview), { keyTemplate }, writing.signal);
      const whole = pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : '';
      if (!writing.signal.aborted) setText(whole.length > previewed ? `${whole.slice(0, previewed)}…` : whole);
    };
    void write().catch((error) => {
      if (!writing.signal.aborted) setText(errorWords(error));
    });
    return () => writing.abort();
  }, [format, papers, keyTemplate]);
  return text;
}

/** Formats whose entries are cited by a key. */
const keyed = ['bibtex', 'biblatex', 'csl-json'];

/** Keeps the keys that papers were just exported under: a key once given stays with its paper. */
export async function keepKeys(
  library: Library,
  format: Format,
  { papers, numbers }: Exported,
  template: string,
): Promise<void> {
  if (!keyed.includes(format.id)) return;
  const keys = assignKeys(papers, template);
  await library.keepCitationKeys(template, new Map(numbers.map((n, i) => [n, keys[i] as string])));
}
