/**
 * What the script at page load hands to the scripts that are injected later. All live in the same isolated world, so that a
 * plain global is enough: the page's own scripts have another `globalThis` and see neither it nor the closed roots it
 * hands over.
 */
import type { PageSettings } from '../../messages/contract';
import { send } from '../../messages/transport';
import type { Facts } from '../../paper/paper';
import type { Site } from '../../sites/site';
import type { Emitter } from './emitter';
import type { Commands } from './injected-scripts';
import type { Layer, Notice } from './layer';
import type { Lifetime } from './lifetime';
import type { Listing } from './listing';
import type { PageEvents } from './page-events';
import type { Pill } from './pill';

export interface PageScript {
  readonly site: Site;
  readonly life: Lifetime;
  readonly events: Emitter<PageEvents>;
  readonly layer: Layer;
  readonly listing: Listing;
  readonly pill: Pill;
  /** The injected scripts that are in the page. */
  readonly injected: Partial<Commands>;
  /** Whether anyone asked for controls: on the pages of sites from the start. */
  isWanted: boolean;
  /** As the background told them last; undefined until it has. */
  settings: PageSettings | undefined;
  /** Draws controls, where the page was only read before. */
  show(): void;
  /** Saves what the page says of a paper, and says how it went. Number of the change; undefined where it failed. */
  save(facts: Facts, notice: Partial<Notice>): Promise<number | undefined>;
}

declare global {
  /** Set by the script at page load, as long as it acts in the page. */
  var offprint: PageScript | undefined;
}

/** Sets up an injected script, once a page: `begin` returns what others may ask of it. */
export function joinPage<N extends keyof Commands>(name: N, begin: (page: PageScript) => Commands[N]): void {
  const page = globalThis.offprint;
  if (page) page.injected[name] ??= begin(page);
}

/** Has a script do something, injected first where it is not in the page yet. What fails is said. */
export async function askScript<N extends 'bar' | 'panel'>(
  { injected, layer }: PageScript,
  name: N,
  act: (script: Commands[N]) => void,
): Promise<void> {
  try {
    if (!injected[name]) await send('inject', name);
    const script = injected[name];
    if (script) act(script);
  } catch (error) {
    layer.sayError(error);
  }
}
