/**
 * Prints what is read off a saved page: `npm run --silent cards -- --url URL [--now ISO] [--check] FILE` (`-` is standard
 * input). Exit 2, with one line on standard error, where the arguments are off, the file cannot be read or no site knows
 * the address. `--check` prints a line a field instead: how many of the cards had it. Of a fixture, whose first line says
 * its address, `npm run --silent cards -- FILE` prints what is to be expected of it.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readerFor } from '../../src/sites/index';
import { type PrintedCard, printedFacts, readPage } from '../support/cards';
import { headOf } from '../support/fixtures';
import { pageOf } from '../support/page';

const usage = 'usage: npm run --silent cards -- --url URL [--now ISO] [--check] FILE|-';

/** How many cards had each field, a line a field. */
function counts(cards: PrintedCard[], unparsed: string[]): string {
  const lines = printedFacts.map((name) => `${name} ${cards.filter((card) => card[name] !== undefined).length}`);
  return [
    `cards ${cards.length}`,
    `unparsed ${unparsed.length}`,
    ...lines,
    ...unparsed.map((why) => `unparsed: ${why}`),
  ].join('\n');
}

/** What the command prints for its arguments. Throws what it says on standard error before exit 2. */
export function run(args: string[]): string {
  const { values, positionals } = parseArgs({
    args,
    options: {
      url: { type: 'string' },
      now: { type: 'string' },
      check: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
  });
  if (values.help) return usage;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error(usage);
  const bytes = readFileSync(file === '-' ? 0 : file);
  const head = values.url === undefined ? headOf(bytes.toString('utf8')) : undefined;
  const url = values.url ?? head?.url;
  if (url === undefined) throw new Error(usage);
  if (!URL.canParse(url)) throw new Error(`not a URL: ${url}`);
  const now = values.now === undefined ? (head?.now ?? new Date()) : new Date(values.now);
  if (Number.isNaN(now.getTime())) throw new Error(`not a time: ${values.now}`);
  const site = readerFor(new URL(url));
  if (!site) throw new Error(`no site reads ${url}`);
  const { printed, unparsed } = readPage(site, pageOf(bytes, url, now), head !== undefined);
  if (values.check) return counts(printed.cards, unparsed);
  return JSON.stringify({ ...printed, ...(head && unparsed.length > 0 && { unparsed }) }, null, 2);
}

if (process.argv[1] === import.meta.filename) {
  try {
    process.stdout.write(`${run(process.argv.slice(2))}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message.split('\n')[0] : error}\n`);
    process.exitCode = 2;
  }
}
