/** The script at page load. For each site, the build writes a script that calls `start`. */
import { learn } from '../../locale';
import type { PageSettings, ToPage } from '../../messages/contract';
import { receive, send } from '../../messages/transport';
import type { Site } from '../../sites/site';
import { act, saveFacts } from './actions';
import { allHosts, cardHosts } from './dom';
import { Emitter } from './emitter';
import { FrameGuard } from './frame-guard';
import { Layer } from './layer';
import { Lifetime } from './lifetime';
import { Listing } from './listing';
import type { PageEvents } from './page-events';
import { askScript, type PageScript } from './page-script';
import { Pill } from './pill';
import { isDark, watchTheme } from './theme';

/**
 * Starts the overlay, once in a page: before the page's own scripts, as the guard must. Unless `isWanted`, nothing is drawn
 * until `show` is called.
 */
export function start(site: Site, isWanted = true): void {
  if (globalThis.offprint || !/html/.test(document.contentType)) return;
  const page = makePage(site, isWanted);
  globalThis.offprint = page;
  const { life } = page;
  life.onEnd(() => {
    page.layer.leave();
    globalThis.offprint = undefined;
  });
  listenToKeys(page);
  const begin = () => show(page);
  if (document.readyState === 'loading') life.listen(document, ['DOMContentLoaded'], begin);
  else if (!life.isOver()) begin();
}

/** Creates what the scripts of a page share. Does not touch the document. */
function makePage(site: Site, isWanted: boolean): PageScript {
  const life = new Lifetime();
  const events = new Emitter<PageEvents>();
  const layer = new Layer(life);
  const listing = new Listing(site, layer, events, life);
  const pill = new Pill((opens) => askScript(page, 'bar', (bar) => opens && bar.open(false)), life);
  const page: PageScript = {
    ...{ site, life, events, layer, listing, pill, isWanted, injected: {}, settings: undefined },
    guard: new FrameGuard(life),
    show() {
      page.isWanted = true;
      void loadSettings(page);
    },
    save: (facts, notice) => saveFacts(page, facts, notice),
  };
  return page;
}

/** Starts to draw, once the document is there. */
function show(page: PageScript): void {
  const { life, events, layer, listing, pill, guard } = page;
  // An older version that was updated or switched off cannot remove its elements.
  for (const left of document.querySelectorAll(allHosts)) left.remove();
  layer.attach().append(pill.button);
  events.on('changed', () => {
    if (life.signal.aborted) return; // everything was removed
    pill.counts = listing.count();
    pill.draw();
  });
  events.on('pressed', (overlay) => {
    if (life.isOver()) return;
    // What is typed from the press on belongs into the panel that it opens.
    guard.hold();
    act(page, overlay)
      .catch(layer.sayError)
      .finally(() => overlay.isOpen || guard.release());
  });
  prepareFrame(page);
  receive<ToPage>(
    {
      changed: ({ keys }) => listing.libraryChanged(keys),
      settingsChanged: (settings) => applySettings(page, settings),
      toggleBar: () => void askScript(page, 'bar', (bar) => bar.toggle()),
    },
    life.signal,
  );
  watchTheme(() => setTheme(page), life);
  // What was changed while the page was kept for Back, or drawn ahead of a visit, it did not hear.
  const catchUp = (event: Event) => {
    if (event.type === 'pageshow' && !(event as PageTransitionEvent).persisted) return;
    listing.libraryChanged([]);
    void loadSettings(page);
  };
  life.listen(window, ['pageshow'], catchUp);
  // Chromium alone: https://developer.mozilla.org/docs/Web/API/Document/prerenderingchange_event
  life.listen(document, ['prerenderingchange' as 'pageshow'], catchUp);
  void loadSettings(page);
}

async function loadSettings(page: PageScript): Promise<void> {
  const { layer, listing } = page;
  try {
    applySettings(page, await send('settings'));
  } catch (error) {
    listing.turn(page.isWanted);
    layer.sayError(error);
  }
}

function applySettings(page: PageScript, settings: PageSettings): void {
  const { hint, off, bar, pageBar, needsBar } = settings;
  const { events, listing, pill, site } = page;
  learn(settings.texts);
  page.settings = settings;
  setTheme(page);
  listing.turn(page.isWanted && !off?.includes(site.id));
  pill.isWanted = pageBar;
  if (bar) pill.state = bar;
  pill.draw();
  events.emit('settings', settings);
  if (!listing.isOn) return;
  if (needsBar || (pageBar && bar?.is === 'open')) void askScript(page, 'bar', () => {});
  if (hint === 'save') void askScript(page, 'panel', (panel) => panel.hint());
}

/** Sets the theme: the page's, or the one that the user chose. */
function setTheme({ layer, listing, settings }: PageScript): void {
  const [first = document.body] = listing.overlays.keys();
  const theme = settings?.theme ?? 'system';
  const dark = theme === 'system' ? isDark(first) : theme === 'dark';
  layer.setTheme(dark);
  listing.controls.setTheme(dark);
}

/** Loads the private frame when the pointer or the focus first reaches a control, so that it is there when it is opened. */
function prepareFrame(page: PageScript): void {
  let isPrepared = false;
  const reach = ({ target }: Event) => {
    if (isPrepared || !(target instanceof Element) || !target.matches(cardHosts)) return;
    isPrepared = true;
    void askScript(page, 'panel', (panel) => panel.prepare());
  };
  page.life.listen(window, ['pointerover', 'focusin'], reach, { capture: true, passive: true });
}

/** Passes keys to the page bar before the page gets them. The first key on a control injects the script of the bar. */
function listenToKeys(page: PageScript): void {
  const press = (event: KeyboardEvent) => {
    const { bar } = page.injected;
    if (bar) return bar.press(event);
    const isOurs = event.target instanceof Element && event.target.matches(cardHosts);
    if (isOurs && /^[!-~]$/.test(event.key)) askScript(page, 'bar', (bar) => bar.press(event));
  };
  page.life.listen(window, ['keydown'], press, { capture: true });
}
