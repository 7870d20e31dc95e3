/**
 * The private frame in the page: a document of the extension's own origin, which neither the page nor its process can read
 * or press. It is in a closed root, as a popover in the top layer. Once it is navigated, moved or changed it is removed for good.
 */
import { t } from '../../locale';
import { api } from '../../messages/api';
import { type FromFrame, framePage, type ToFrame } from '../../messages/frame';
import { send } from '../../messages/transport';
import { element, hostElement } from '../core/dom';
import { closedRoot, listenTrusted } from '../core/trusted';
import css from './frame.css?inline';

/**
 * A page that does not let the frame in (CSP `sandbox`, COEP in Chromium, a blocker) is given up so long after the frame's
 * load, ms; a frame that never loads, so long after it was made.
 */
const [answerMs, loadMs] = [1000, 3000];

/** The origin of the frame. Chromium's `getURL` has a host that changes with each session; messages to that do not arrive. */
function frameOrigin(): string {
  const { protocol, origin } = new URL(api.runtime.getURL(''));
  return protocol === 'chrome-extension:' ? `chrome-extension://${api.runtime.id}` : origin;
}

/** Whether a frame shows another document than ours, as the empty one that every frame begins with. */
function isOther({ contentWindow }: HTMLIFrameElement): boolean {
  try {
    return contentWindow?.location.href !== api.runtime.getURL(framePage);
  } catch {
    return false; // only Firefox lets a content script read the address of ours
  }
}

export class Frame {
  readonly host = hostElement('frame');
  readonly box = element('div', { className: 'box', popover: 'manual' });
  readonly #root = closedRoot(this.host);
  readonly #iframe = element('iframe', { title: t('panelFrame') });
  readonly #hear: (message: FromFrame) => void;
  readonly #gone: () => void;
  readonly #watcher = new MutationObserver(() => this.end());
  readonly #placeWatcher = new MutationObserver(() => this.isInPlace || this.end());
  #port: MessagePort | undefined;
  #isOver = false;
  /** Resolves to whether the frame was let in. */
  readonly isHere: Promise<boolean>;

  /** `gone` is called once, when the page removed, moved, changed or navigated the frame. */
  constructor(hear: (message: FromFrame) => void, gone: () => void) {
    this.#hear = hear;
    this.#gone = gone;
    this.box.append(this.#iframe);
    this.#root.append(element('style', { textContent: css }), this.box);
    this.isHere = new Promise((resolve) => {
      const refuse = (ms: number) => setTimeout(resolve, ms, false);
      refuse(loadMs);
      listenTrusted(this.#iframe, ['load'], () => {
        if (this.#port) return this.end();
        // Not to another document: the browser would write our origin into the page's console.
        if (isOther(this.#iframe)) return;
        refuse(answerMs);
        void this.#greet(resolve);
      });
    });
    document.documentElement.append(this.host);
    // Not as `src`: Firefox's address of ours is the same on all pages for ever, and would tell who the user is.
    this.#iframe.contentWindow?.location.replace(api.runtime.getURL(framePage));
    for (const each of [this.#iframe, this.box, this.host]) this.#watcher.observe(each, { attributes: true });
    this.#watcher.observe(document.documentElement, { attributeFilter: ['inert'] });
    this.#placeWatcher.observe(document.documentElement, { childList: true });
  }

  /** Gives the frame its port, with a nonce that proves that a script of ours does. */
  async #greet(resolve: (isHere: boolean) => void): Promise<void> {
    const nonce = await send('greet').catch(() => undefined);
    if (nonce === undefined || this.#isOver) return;
    const { port1, port2 } = new MessageChannel();
    listenTrusted(port1, ['message'], ({ data }) => {
      const message = data as FromFrame;
      if (message.is === 'gone') return this.end();
      if (message.is !== 'here') return this.#hear(message);
      this.#port = port1;
      resolve(true);
    });
    port1.start();
    this.#iframe.contentWindow?.postMessage(nonce, frameOrigin(), [port2]);
  }

  /** Whether the host is where it was put. */
  get isInPlace(): boolean {
    return this.host.parentNode === document.documentElement && this.host.isConnected;
  }

  /** Opens or closes the box. */
  show(isShown: boolean, isDark = false): void {
    if (this.#isOver) return; // what is out of the document cannot be toggled
    this.box.classList.toggle('dark', isDark);
    this.box.togglePopover(isShown);
    this.#watcher.takeRecords(); // this change is ours
  }

  tell(message: ToFrame): void {
    this.#port?.postMessage(message);
  }

  /** Gives the frame the focus. It tells when keys reach it. */
  focus(): void {
    this.#iframe.focus({ preventScroll: true });
  }

  /** Moves the box, px in the viewport. */
  moveTo({ left, top }: { left: number; top: number }): void {
    this.box.style.translate = `${left}px ${top}px`;
    this.#watcher.takeRecords(); // this change is ours
  }

  /** Removes the frame for good. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#watcher.disconnect();
    this.#placeWatcher.disconnect();
    this.#port?.close();
    this.host.remove();
    this.#gone();
  }
}
