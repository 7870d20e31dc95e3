/**
 * What the script at page load shares with the scripts that are injected later. All run in the same isolated world, so a
 * global is enough to hand it over: the page's own scripts have another `globalThis`.
 */
import type { PageSettings } from '../../messages/contract';
import { send } from '../../messages/transport';
import type { Facts } from '../../paper/paper';
import type { Site } from '../../sites/site';
import type { Emitter } from './emitter';
import type { FrameGuard } from './frame-guard';
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
  readonly guard: FrameGuard;
  /** The commands of the scripts that were injected. */
  readonly injected: Partial<Commands>;
  /** Whether controls are drawn; on any page only after the user asked for them. */
  isWanted: boolean;
  /** The current settings; undefined until they are known. */
  settings: PageSettings | undefined;
  /** Draws controls on a page that was only read until now. */
  show(): void;
  /** Saves the facts that the page gives of a paper, and announces the outcome. Resolves to the number of the change; undefined if it failed. */
  save(facts: Facts, notice: Partial<Notice>): Promise<number | undefined>;
}

declare global {
  /** Set by the script at page load until its lifetime ends. */
  var offprint: PageScript | undefined;
}

/** Starts an injected script, once in a page. `begin` returns its commands. */
export function joinPage<N extends keyof Commands>(name: N, begin: (page: PageScript) => Commands[N]): void {
  const page = globalThis.offprint;
  if (page) page.injected[name] ??= begin(page);
}

/** Calls a script's commands, after injecting it if needed. Errors are shown. */
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
