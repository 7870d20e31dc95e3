/**
 * Keeps what the reader types into our fields from the page. Events of a field in a closed root pass `window` before they
 * reach the field, with the key or the text in them, and a page may listen there. Ours is the first listener of all, since
 * the script starts with the document: it ends such an event at once and lets a twin of it, which does not leave the root,
 * go on in the field. What the browser itself does with an event it still does.
 */

/** Events that say what is typed, pasted or copied; and where. */
const telling =
  'focusin keydown keypress keyup beforeinput input textInput copy cut paste dragstart drop compositionstart compositionupdate compositionend';

const fields = 'textarea,input:not([type=radio],[type=checkbox])';

/** Watches over the fields in a closed root. In a page that was open before us its own listeners may be earlier. */
export function guard(host: HTMLElement, root: ShadowRoot, signal: AbortSignal): void {
  let isAnnounced = false;
  /** What the reader left in the field. */
  let own = '';
  const hear = (event: Event) => {
    const field = root.activeElement as HTMLInputElement | null;
    if (!event.isTrusted || event.target !== host || !field?.matches(fields)) return;
    if (event.type === 'focusin' || event.type === 'keydown') own = field.value;
    if (event.type === 'focusin') return;
    event.stopImmediatePropagation();
    if (event.type === 'textInput') return; // Chromium's old name of `beforeinput`; no script can make one
    if (event.type === 'beforeinput') isAnnounced = true;
    if (event.type === 'input') {
      // A page may edit the field that has the focus by `execCommand`: unlike what the reader does, that is not announced.
      if (!isAnnounced) field.value = own;
      own = field.value;
      if (!isAnnounced) return;
      isAnnounced = false;
    }
    if (!field.dispatchEvent(twin(event))) event.preventDefault();
  };
  for (const type of telling.split(' ')) addEventListener(type, hear, { capture: true, signal });
}

/** The same event, but for its way: it ends at the root. Firefox lets every real `KeyboardEvent` out, so it is a plain one. */
function twin(event: Event): Event {
  const made = new Event(event.type, { bubbles: true, cancelable: event.cancelable });
  for (const name in event) {
    if (!(name in made)) Object.defineProperty(made, name, { value: event[name as keyof Event] });
  }
  return made;
}
