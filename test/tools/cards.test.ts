/** The command as it is run: what it prints, and when it refuses. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtures } from '../support/fixtures';
import { run } from './cards';

const root = join(import.meta.dirname, '../..');
const page = join(fixtures, 'huggingface/trending-2026.html');
const url = 'https://huggingface.co/papers/trending';

/** Runs it as a process of its own: takes a second, so only what a process alone shows is tried so. */
function command(args: string[], input = '') {
  const options = { cwd: root, input, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'test/tools/cards.ts', ...args],
    options,
  );
  return { status, stdout, stderr };
}

test('standard input to standard output, exit 0, also without cards', { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = command(['--url', url, '-'], '<p>nothing here');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({ url, site: 'huggingface', kind: 'listing', cards: [] });
});

test('exit 2, one line on standard error', { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = command(['--url', 'file:///tmp/page.html', page]);
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: 'no site reads file:///tmp/page.html\n',
  });
});

test('prints the cards of a file', () => {
  const printed = run(['--url', url, '--now', '2026-10-07T12:00:00Z', page]);
  expect(JSON.parse(printed)).toEqual(JSON.parse(readFileSync(page.replace(/html$/, 'expected.json'), 'utf8')));
});

test('of a fixture it prints what is expected of it, also what is unparsed and what only the library keeps', () => {
  for (const name of ['cvf/workshop-2021', 'acl/volume-2025']) {
    const expected = JSON.parse(readFileSync(join(fixtures, `${name}.expected.json`), 'utf8'));
    expect(expected).toHaveProperty('unparsed');
    expect(JSON.parse(run([join(fixtures, `${name}.html`)]))).toEqual(expected);
  }
});

test('--check counts the cards that had each field', () => {
  expect(run(['--check', '--url', url, page])).toContain('cards 3\nunparsed 0\ntitle 3\nauthors 0\nauthorCount 2\n');
});

test.each([
  ['a file that is not there', ['--url', url, 'no/such/file'], 'ENOENT'],
  ['no address', [join(root, 'README.md')], 'usage: '],
  ['two files', ['--url', url, page, page], 'usage: '],
  ['an unknown option', ['--url', url, '--nu', page], 'Unknown option'],
  ['an address that is none', ['--url', 'papers', page], 'not a URL: papers'],
  ['a time that is none', ['--url', url, '--now', 'noon', page], 'not a time: noon'],
])('%s is refused', (_, args, message) => expect(() => run(args)).toThrow(message));

test('--help says how it is called', () => {
  expect(run(['--help'])).toMatch(/^usage: /);
});
