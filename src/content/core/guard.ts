/**
 * Keeps what the reader types into our fields from the page. Events of a field in a closed root pass `window` before they
 * reach the field, with the key or the text in them, and a page may listen there. Ours is the first listener of all, since
 * the script starts with the document: it ends such an event at once and lets a twin of it, which does not leave the root,
 * go on in the field. What the browser itself does with an event it still does.
 */

import { pass } from './trusted';

/** Events that reveal what is typed, pasted or copied, or where. */
const telling =
  'focusin keydown keypress keyup beforeinput input textInput copy cut paste dragstart drop compositionstart compositionupdate compositionend';

const fields = 'textarea,input:not([type=radio],[type=checkbox])';

/** Guards the fields in a closed root. In a page that was open before the extension was, listeners of the page may come first. */
export function guard(host: HTMLElement, root: ShadowRoot, signal: AbortSignal): void {
  let isAnnounced = false;
  /** The text in the field after the user's last change. */
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
      // A page can edit the focused field by `execCommand`, but no trusted `beforeinput` comes before that.
      if (!isAnnounced) field.value = own;
      own = field.value;
      if (!isAnnounced) return;
      isAnnounced = false;
    }
    if (!field.dispatchEvent(twin(event))) event.preventDefault();
  };
  for (const type of telling.split(' ')) addEventListener(type, hear, { capture: true, signal });
}

/** A copy of an event that does not leave the root. Firefox lets any real `KeyboardEvent` out, so it is a plain event. */
function twin(event: Event): Event {
  const made = new Event(event.type, { bubbles: true, cancelable: event.cancelable });
  for (const name in event) {
    if (!(name in made)) Object.defineProperty(made, name, { value: event[name as keyof Event] });
  }
  return pass(made);
}
