/** A site whose host is optional: turned on where it is needed, off again in the options. */
import { expect } from 'vitest';
import { allFixtures } from '../support/fixtures';
import { Listing } from '../support/listing';
import { eventually } from '../support/session';
import { test } from '../support/story';

const fixture = (name: string) =>
  allFixtures(name.split('/')[0]).find((each) => each.name === name) ?? expect.fail(`no fixture ${name}`);

test('an optional site works in open tabs as soon as it is turned on, and stops as soon as it is turned off', async ({
  session,
}) => {
  const { url, html } = fixture('scirate/feed');
  session.serve(url, html);
  const listing = new Listing(await session.tab(url));
  const controls = async () => (await listing.controls()).length;
  const options = await session.page('options');
  const site = async (isOn: boolean) =>
    eventually(
      async () => (await options.all('switch', 'SciRate')).find(({ states }) => states.has('checked') === isOn),
      `SciRate is not ${isOn ? 'on' : 'off'}`,
    );
  const toggle = await site(false);
  expect(await controls()).toBe(0);
  await session.consent('https://scirate.com/*');
  await options.click(toggle);
  await eventually(async () => (await controls()) || undefined, 'no controls in the tab that was open');
  await listing.tab.reload();
  await eventually(async () => (await controls()) || undefined, 'no controls after a reload');

  await options.click(await site(true));
  await site(false);
  await eventually(async () => (await controls()) === 0 || undefined, 'the controls stay');
  await listing.tab.reload();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await controls()).toBe(0);

  await options.click(await site(false));
  await eventually(async () => (await controls()) || undefined, 'turned on again, the controls do not come');
  expect(session.errors).toEqual([]);
});

test('a site that needs no permission can be turned off and on', async ({ session }) => {
  const { url, html } = fixture('arxiv/recent-2024');
  session.serve(url, html);
  const listing = new Listing(await session.tab(url));
  const controls = async () => (await listing.controls()).length;
  await eventually(async () => (await controls()) || undefined, 'no controls');
  const options = await session.page('options');
  const press = async () =>
    options.click(await eventually(async () => (await options.all('switch', 'arXiv'))[0], 'no arXiv'));
  await press();
  await eventually(async () => (await controls()) === 0 || undefined, 'the controls stay');
  await listing.tab.reload();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await controls()).toBe(0);
  await press();
  await eventually(async () => (await controls()) || undefined, 'the controls do not come back');
});
