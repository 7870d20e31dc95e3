import browser from '../messages/browser';
import type { PageSettings } from '../messages/contract';
import { forEachPageOption, pageOptionNames, pageOptions } from '../messages/page-options';
import { pageTexts } from '../messages/page-texts';
import * as settings from '../settings';
import { sitesOff } from './hosts';
import { library } from './own-library';

/** The introductory hint that is due: each is shown once, ever. */
async function dueHint({ hintsSeen }: settings.Settings): Promise<PageSettings['hint']> {
  const size = await library.size();
  if (size === 0 && !hintsSeen.includes('save')) return 'save';
  if (size >= 3 && size < 10 && !hintsSeen.includes('find')) return 'find';
  return undefined;
}

/** The settings that content scripts need. Nothing else of the settings is sent to pages. */
export async function pageSettings(): Promise<PageSettings> {
  const all = await settings.get();
  const hint = await dueHint(all);
  const options = forEachPageOption((name) => all[name]);
  return {
    ...options,
    theme: all.theme,
    texts: pageTexts((key, values) => browser.i18n.getMessage(key, values)),
    seen: all.seen === 'ask' && all.hintsSeen.includes('seen') ? 'off' : all.seen,
    language: browser.i18n.getMessage('language'),
    off: await sitesOff(),
    needsBar: all.seen === 'on' || pageOptionNames.some((name) => options[name] && pageOptions[name].loadsBar),
    ...(hint && { hint }),
  };
}
