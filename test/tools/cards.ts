/**
 * Prints what is read off a saved page: `npm run --silent cards -- --url URL [--now ISO] [--check] FILE` (`-` is standard
 * input). Exit 2, with one line on standard error, where the arguments are off, the file cannot be read or no site knows
 * the address. `--check` prints a line a field instead: how many of the cards had it.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readerFor } from '../../src/sites/index';
import { type PrintedCard, printedFacts, readPage } from '../support/cards';
import { pageOf } from '../support/page';

const usage = 'usage: npm run --silent cards -- --url URL [--now ISO] [--check] FILE|-';

/** How many cards had each field, a line a field. */
function counts(cards: PrintedCard[], unread: string[]): string {
  const lines = printedFacts.map((name) => `${name} ${cards.filter((card) => card[name] !== undefined).length}`);
  return [`cards ${cards.length}`, `unread ${unread.length}`, ...lines, ...unread.map((why) => `unread: ${why}`)].join(
    '\n',
  );
}

/** What the command prints for its arguments. Throws what it says on standard error before exit 2. */
export function run(args: string[]): string {
  const { values, positionals } = parseArgs({
    args,
    options: { url: { type: 'string' }, now: { type: 'string' }, check: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (values.url === undefined || file === undefined || more.length > 0) throw new Error(usage);
  if (!URL.canParse(values.url)) throw new Error(`not a URL: ${values.url}`);
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) throw new Error(`not a time: ${values.now}`);
  const site = readerFor(new URL(values.url));
  if (!site) throw new Error(`no site reads ${values.url}`);
  const { printed, unread } = readPage(site, pageOf(readFileSync(file === '-' ? 0 : file), values.url, now));
  return values.check ? counts(printed.cards, unread) : JSON.stringify(printed, null, 2);
}

if (process.argv[1] === import.meta.filename) {
  try {
    process.stdout.write(`${run(process.argv.slice(2))}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message.split('\n')[0] : error}\n`);
    process.exitCode = 2;
  }
}
