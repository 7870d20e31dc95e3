/** Mozilla's linter for extensions, as the store runs it. https://github.com/mozilla/addons-linter */
import { type Outcome, one } from './outcome.ts';
import { run, tool } from './program.ts';

interface Finding {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

/** `document()` of micromark is its tokenizer of whole documents, `write` gives it text: what the linter takes for the DOM's. */
const isMicromark = ({ code, message }: Finding): boolean =>
  code === 'UNSAFE_VAR_ASSIGNMENT' && /call to \S+\.document\(\)\.write for argument 0/.test(message);

/** Accepts nothing but the one use of `innerHTML` within Preact, once in each bundle, and micromark's parser. */
export async function storeLinter(): Promise<Outcome> {
  const args = ['lint', '--source-dir', 'dist/firefox', '--output', 'json', '--no-config-discovery'];
  const { output } = await run(tool('web-ext'), args, { keep: 'stdout' });
  const report = JSON.parse(output) as Record<'errors' | 'warnings' | 'notices', Finding[]>;
  const bundles = new Set<string | undefined>();
  const isKnown = ({ code, message, file }: Finding): boolean => {
    if (code !== 'UNSAFE_VAR_ASSIGNMENT' || !/innerHTML/.test(message) || bundles.has(file)) return false;
    bundles.add(file);
    return true;
  };
  const findings = [...report.errors, ...report.warnings, ...report.notices].filter(
    (finding) => !isMicromark(finding) && !isKnown(finding),
  );
  for (const { code, message, file = 'manifest.json', line = '' } of findings)
    console.error(`  ${file}:${line} ${code} ${message}`);
  return one(findings.length === 0, `${bundles.size} × innerHTML inside Preact`);
}
