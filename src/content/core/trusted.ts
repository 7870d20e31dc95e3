/** Listeners that only real input reaches. A page can dispatch any event itself; only the browser's own are trusted. */

/** Events that guards make within our roots: copies of trusted ones. */
const own = new WeakSet<Event>();

/** Lets an event pass that a script of ours is about to dispatch. */
export function pass(event: Event): Event {
  own.add(event);
  return event;
}

/** The events that are heard in closed roots. */
const heardInRoots =
  'click input change keydown keyup beforeinput paste focus blur focusin focusout pointerdown pointermove pointerup pointercancel pointerenter';

const end = (event: Event): void => {
  if (!event.isTrusted && !own.has(event)) event.stopImmediatePropagation();
};

/**
 * Attaches a closed root to a host. Untrusted events of the given types end at the root, before any listener of ours within it: a
 * page that got hold of an element in it can neither press nor type.
 */
export function closedRoot(host: HTMLElement, types = heardInRoots): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  for (const type of types.split(' ')) root.addEventListener(type, end, { capture: true });
  return root;
}

type EventMap = WindowEventMap & DocumentEventMap;

/** Adds a listener that hears trusted events only. */
export function listenTrusted<K extends keyof EventMap>(
  target: EventTarget,
  types: readonly K[],
  hear: (event: EventMap[K]) => void,
  options?: AddEventListenerOptions,
): void {
  const listener = (event: Event) => {
    if (event.isTrusted) hear(event as EventMap[K]);
  };
  for (const type of types) target.addEventListener(type, listener, options);
}
