/** The layer above the page: announcements, toasts, and the root that bar and panel are drawn into. */
import { t } from '../../locale';
import { failureText } from '../../messages/failures';
import { isConnected, type MessageError } from '../../messages/transport';
import tokens from '../../ui/kit/tokens.css?inline';
import { cardHosts, element, hostElement, layerHosts, unfindable } from './dom';
import { guard } from './guard';
import css from './layer.css?inline';
import type { Lifetime } from './lifetime';
import { closedRoot, listenTrusted } from './trusted';

/** A message to the user: announced, and shown as a toast if `shown`. */
export interface Notice {
  text: string;
  shown?: boolean;
  warning?: boolean;
  action?: { label: string; run(): void };
}

/** How long a toast stays. As long again while it is hovered or has the focus. */
const toastMs = 8000;

/** How long an announcement stays in the document. */
const announcementMs = 2000;

export class Layer {
  readonly host = hostElement('layer');
  readonly #root = closedRoot(this.host);
  readonly #voice = element('div', { className: 'unseen' });
  readonly #toast = element('div', { className: 'toast', popover: 'manual' });
  /** The layer's own elements; everything else in the root is drawn by other scripts. */
  readonly #own = [element('style', { textContent: tokens + css }), this.#voice, this.#toast];
  #timer = 0;
  #silence = 0;

  readonly #life: Lifetime;

  constructor(life: Lifetime) {
    this.#life = life;
    this.#voice.setAttribute('role', 'status');
    this.#root.append(...this.#own);
    guard(this.host, this.#root, life.signal);
  }

  /** Returns the layer's root. Puts the layer into the document if it is not there, or the page removed it. */
  attach(): ShadowRoot {
    if (!this.host.isConnected) document.documentElement.append(this.host);
    return this.#root;
  }

  setTheme(isDark: boolean): void {
    this.host.dataset.theme = isDark ? 'dark' : 'light';
  }

  /** Announces a message, and shows it if asked to. */
  say({ text, shown, warning, action }: Notice): void {
    this.attach();
    // Screen readers do not repeat a text that is already there.
    this.#voice.replaceChildren();
    requestAnimationFrame(() => {
      // As the name of a picture: screen readers say it as they say a text, and `window.find` does not search names.
      this.#voice.replaceChildren(element('span', { role: 'img', ariaLabel: text }));
    });
    // Removed once it was read: a later look at the page should not come across it.
    clearTimeout(this.#silence);
    this.#silence = window.setTimeout(() => this.#voice.replaceChildren(), announcementMs);
    if (!shown) return;
    const close = element('button', { type: 'button', textContent: action?.label ?? t('overlayDismiss') });
    listenTrusted(close, ['click'], () => {
      this.#toast.togglePopover(false);
      action?.run();
    });
    this.#toast.replaceChildren(unfindable(text), close);
    this.#toast.classList.toggle('warning', warning === true);
    this.#toast.togglePopover(true);
    this.#hideToastLater();
  }

  /**
   * Shows what went wrong. Throws other errors on. Not by `instanceof`: each script has its own class of the error. If the
   * extension is gone, ends everything instead: nothing can be drawn any more, as messages cannot be looked up.
   */
  readonly sayError = (error: unknown): undefined => {
    if (this.#life.isOver()) return;
    const { failure } = error as Partial<MessageError>;
    if (!failure) throw error;
    this.say({ text: failureText(failure), shown: true, warning: true });
  };

  /**
   * Removes the layer. If the extension was updated or switched off, a last toast says so, unless a newer script has taken
   * over.
   */
  leave(): void {
    this.host.remove();
    this.#root.replaceChildren(...this.#own);
    // The private frame may still be this script's own.
    if (isConnected() || document.querySelector(`${cardHosts},${layerHosts}`)) return;
    // Messages that came with the settings: without the extension no other can be looked up.
    const action = { label: t('overlayReload'), run: () => location.reload() };
    this.say({ text: t('failureOrphaned'), shown: true, warning: true, action });
  }

  #hideToastLater(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (this.#toast.contains(this.#root.activeElement) || this.#toast.matches(':hover')) this.#hideToastLater();
      else this.#toast.togglePopover(false);
    }, toastMs);
  }
}
