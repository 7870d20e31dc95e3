/**
 * What Offprint does on pages and can be switched on or off. A new option is a row here, and its label and explanation
 * (`pageOptionName`, `pageOptionNameHint`) in each file of `_locales`: its setting, its switch in the options, its way to
 * content scripts and its place in backups follow from the row.
 */

interface PageOptionRow {
  /** Its value until the user sets one. */
  default: boolean;
  /** Whether the script of the page bar must be loaded with the page while it is on, rather than when the bar is opened. */
  loadsBar: boolean;
}

export const pageOptions = {
  /** Whether listings have a page bar. */
  pageBar: { default: true, loadsBar: false },
  /** Whether the keys of the bar work anywhere on a listing. */
  pageKeys: { default: false, loadsBar: true },
  /** Whether tags are suggested for papers that are not saved. */
  previews: { default: false, loadsBar: true },
  /** Whether a key or a click with Alt opens the panel of the paper that a link leads to. */
  linkPanel: { default: false, loadsBar: true },
  /** Whether the icon shows how many papers a listing has. */
  badgeCount: { default: false, loadsBar: false },
} satisfies Record<string, PageOptionRow>;

export type PageOption = keyof typeof pageOptions;
export type PageOptions = Record<PageOption, boolean>;

/** In the order of their switches. */
export const pageOptionNames = Object.keys(pageOptions) as PageOption[];

/** A value for each option. */
export const forEachPageOption = <T>(read: (name: PageOption) => T): Record<PageOption, T> =>
  Object.fromEntries(pageOptionNames.map((name) => [name, read(name)])) as Record<PageOption, T>;

/** Every option as it is until the user sets it. */
export const pageOptionDefaults: PageOptions = forEachPageOption((name) => pageOptions[name].default);
