// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { pageOptionNames, pageOptions } from '../../src/messages/page-options';
import messages from '../../src/public/_locales/en/messages.json';
import { facts, library, listing } from '../support/library';
import { backgroundAnswers, kept } from '../support/own-page';
import { expectAccessible, settled, setUpScreen } from '../support/screen';

const { OptionsPage } = await import('../../src/options/options');
const { permissionReasons } = await import('../../src/options/privacy');
const settings = await import('../../src/settings');
const { draw, screen, user } = setUpScreen();

async function open() {
  const own = library();
  await own.save([facts(1)], listing);
  await draw(<OptionsPage library={own} />);
  await screen.findByText(/^1 paper/);
  return own;
}

test('every permission asked for at the installation is explained', () => {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));
  expect(Object.keys(permissionReasons)).toEqual([...manifest.permissions, ...manifest.host_permissions]);
});

test('every page option has a switch, which sets it', async () => {
  await open();
  for (const name of pageOptionNames) {
    const label =
      messages[`pageOption${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof typeof messages].message;
    const isOn = pageOptions[name].default;
    const option = screen.getByRole('switch', { name: label });
    expect(option.getAttribute('aria-checked'), name).toBe(String(isOn));
    await user.click(option);
    expect(kept(`setting:${name}`), name).toBe(!isOn);
  }
});

test('every message of a page option belongs to one', () => {
  const known = pageOptionNames.map((name) => `pageOption${name.toLowerCase()}`);
  const rest = Object.keys(messages).filter(
    (key) =>
      key.startsWith('pageOption') &&
      !known.some((name) => [name, `${name}hint`].includes(`pageOption${key.slice(10).toLowerCase()}`)),
  );
  expect(rest, 'should be removed from _locales, or have a row in src/messages/page-options.ts').toEqual([]);
});

test.each([
  ['is reported', 1, 2, true],
  ['is not reported once a later one succeeded', 2, 1, false],
])('a failed backup %s', async (_, backedUpAt, backupFailedAt, isSaid) => {
  await settings.set({ backupBy: 'download', backedUpAt, backupFailedAt });
  await open();
  await screen.findByText(messages.backupWhere.message);
  const lead = messages.backupFailed.message.split('$1', 1)[0] ?? '';
  const said = screen.queryAllByRole('alert').filter((each) => each.textContent?.startsWith(lead));
  expect(said).toHaveLength(isSaid ? 1 : 0);
});

test('what is chosen is kept at once', async () => {
  await open();
  await expectAccessible();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Theme' }), 'Dark');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Citation style' }), 'IEEE');
  expect([kept('setting:theme'), kept('setting:citationStyle')]).toEqual(['dark', 'ieee']);
});

test('a template of one’s own is tried on the newest paper, and refused with a reason', async () => {
  await open();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Citation keys' }), 'Custom template');
  const template = screen.getByRole('textbox', { name: 'Template' });
  await user.clear(template);
  await user.type(template, '[[auth:lower][[year]');
  await screen.findByText('example2026');
  await user.type(template, '[[nobody]');
  await screen.findByText(/“\[nobody\]” isn’t valid/);
  expect(kept('setting:keyTemplate')).toBe('[auth:lower][year]');
});

test('a key is changed by pressing it; one that is taken changes hands', async () => {
  await open();
  const star = screen.getByRole('button', { name: 'f', description: 'Star or unstar' });
  await user.click(star);
  await user.keyboard('t');
  expect(kept('setting:keys')).toEqual({ star: 't', tag: 'f' });
  expect(screen.getByRole('button', { name: 'f', description: 'Edit tags' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Reset to defaults' }));
  expect(kept('setting:keys')).toEqual({});
});

test('a file is looked at before anything is written, then imported as one change that can be undone', async () => {
  const own = await open();
  const bib =
    '@misc{a, title={A new paper}, author={Doe, Jo}, eprint={2601.00077}, archivePrefix={arXiv}}\n@misc{b, title=';
  await user.click(screen.getByRole('button', { name: 'Restore or import' }));
  await expectAccessible();
  const file = new File([bib], 'mine.bib');
  // jsdom's files cannot be read as a buffer.
  Object.assign(file, { arrayBuffer: async () => new TextEncoder().encode(bib).buffer });
  await user.upload(screen.getByLabelText('Choose a file, or drop it here'), file);
  await screen.findByText('1 new paper');
  screen.getByText('1 entry was not read');
  await expectAccessible();
  expect(await own.size()).toBe(1);
  await user.click(screen.getByRole('button', { name: 'Import 1 paper' }));
  await screen.findByText('Imported 1 paper');
  expect(await own.size()).toBe(2);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await own.size()).toBe(1));
});

test('a site is turned on with the browser’s consent, and a required one is switched off by a setting', async () => {
  const site = (id: string, isRequired: boolean, isOn: boolean) => ({
    ...{ id, name: id.toUpperCase(), isRequired, isOn, origins: [`https://${id}.test/*`] },
  });
  backgroundAnswers.set('sites', { ok: true, answer: [site('one', true, true), site('two', false, false)] });
  await open();
  const one = await screen.findByRole('switch', { name: 'ONE' });
  expect(one.getAttribute('aria-checked')).toBe('true');
  await expectAccessible();
  await user.click(one);
  expect(kept('setting:sitesOff')).toEqual(['one']);
  backgroundAnswers.set('sites', { ok: true, answer: [site('one', true, false), site('two', false, true)] });
  await user.click(screen.getByRole('switch', { name: 'TWO' }));
  await waitFor(() => expect(screen.getByRole('switch', { name: 'TWO' }).getAttribute('aria-checked')).toBe('true'));
});

test('nothing that can be clicked moves: the sections are drawn together, once all they show is known', async () => {
  const own = library();
  await own.save([facts(1)], listing);
  let answer: (value: unknown) => void = () => {};
  backgroundAnswers.set('sites', new Promise((done) => (answer = done)));
  await draw(<OptionsPage library={own} />);
  await settled();
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(screen.queryAllByRole('switch')).toEqual([]);
  const drawn: Element[][] = [];
  const watcher = new MutationObserver(() => drawn.push([...document.querySelectorAll('section')]));
  watcher.observe(document.body, { childList: true, subtree: true });
  answer({ ok: true, answer: [{ id: 'one', name: 'ONE', isRequired: true, isOn: true, origins: [] }] });
  await screen.findByRole('switch', { name: 'ONE' });
  watcher.disconnect();
  screen.getByText(/^1 paper/);
  expect(screen.getAllByRole('region')).toHaveLength(9);
  expect(drawn[0]).toHaveLength(9);
});

test('a background that does not answer hides nothing', async () => {
  backgroundAnswers.set('sites', new Promise(() => {}));
  await draw(<OptionsPage library={library()} />);
  await screen.findByRole('button', { name: 'Download backup' });
});

test('the navigation leads to every section, backups are in the library’s', async () => {
  await open();
  const links = within(screen.getByRole('navigation', { name: 'Sections' })).getAllByRole('link');
  const headings = screen.getAllByRole('heading', { level: 2 });
  expect(links.map((link) => link.textContent)).toEqual(headings.map((heading) => heading.textContent));
  for (const [i, link] of links.entries())
    expect(document.querySelector(`${link.getAttribute('href')} > h2`)).toBe(headings[i]);
  within(screen.getByRole('region', { name: 'Library and backups' })).getByRole('group', { name: 'Automatic backups' });
});
