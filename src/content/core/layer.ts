/** What stands above the page: announcements, toasts, and the root that the panel is drawn into. */
import { t } from '../../locale';
import { failureText } from '../../messages/failures';
import { isConnected, type MessageError } from '../../messages/transport';
import tokens from '../../ui/kit/tokens.css?inline';
import { allHosts, element, hostElement, unfindable } from './dom';
import { guard } from './guard';
import css from './layer.css?inline';
import type { Lifetime } from './lifetime';

/** A message to the reader: always announced, shown as a toast where `shown`. */
export interface Notice {
  text: string;
  shown?: boolean;
  warning?: boolean;
  action?: { label: string; run(): void };
}

/** A toast stays so long, longer while the reader points at it or has its button focused. */
const toastMs = 8000;

/** An announcement stays in the document so long. */
const announcementMs = 2000;

export class Layer {
  readonly host = hostElement('layer');
  readonly #root = this.host.attachShadow({ mode: 'closed' });
  readonly #voice = element('div', { className: 'unseen' });
  readonly #toast = element('div', { className: 'toast', popover: 'manual' });
  /** All that is the layer's own: the rest of the root is drawn by others. */
  readonly #own = [element('style', { textContent: tokens + css }), this.#voice, this.#toast];
  #timer = 0;
  #silence = 0;
  /** Kept from the start: a script that outlived its extension cannot ask for words any more. */
  readonly #orphaned: Notice = {
    text: t('failureOrphaned'),
    shown: true,
    warning: true,
    action: { label: t('overlayReload'), run: () => location.reload() },
  };

  readonly #life: Lifetime;

  constructor(life: Lifetime) {
    this.#life = life;
    this.#voice.setAttribute('role', 'status');
    this.#root.append(...this.#own);
    guard(this.host, this.#root, life.signal);
    const hold = () => clearTimeout(this.#timer);
    const leave = () => this.#leaveLater();
    for (const type of ['pointerenter', 'focusin']) this.#toast.addEventListener(type, hold);
    for (const type of ['pointerleave', 'focusout']) this.#toast.addEventListener(type, leave);
  }

  /** The layer's root, in the document, or back in it, should the page have taken it out. */
  attach(): ShadowRoot {
    if (!this.host.isConnected) document.documentElement.append(this.host);
    return this.#root;
  }

  setTheme(isDark: boolean): void {
    this.host.dataset.theme = isDark ? 'dark' : 'light';
  }

  /** Announces, and shows where asked. */
  say({ text, shown, warning, action }: Notice): void {
    this.attach();
    // A text that is already there would not be read again.
    this.#voice.textContent = '';
    requestAnimationFrame(() => {
      this.#voice.textContent = text;
    });
    // Once it is read it only serves a page that searches.
    clearTimeout(this.#silence);
    this.#silence = window.setTimeout(() => this.#voice.replaceChildren(), announcementMs);
    if (!shown) return;
    const close = element('button', { type: 'button', textContent: action?.label ?? t('overlayDismiss') });
    close.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      this.#hideToast();
      action?.run();
    });
    this.#toast.replaceChildren(unfindable(text), close);
    this.#toast.classList.toggle('warning', warning === true);
    this.#toast.togglePopover(true);
    this.#leaveLater();
  }

  /** Tells the reader what went wrong. Known by its failure: each script of ours has its own class of the error. */
  readonly sayError = (error: unknown): undefined => {
    const { failure } = error as Partial<MessageError>;
    if (!failure) throw error;
    this.say({ text: failureText(failure), shown: true, warning: true });
  };

  /**
   * Takes off the page whatever stands above it. Where the extension was updated or switched off the reader is told, unless a
   * newer script has taken over.
   */
  leave(): void {
    this.host.remove();
    this.#root.replaceChildren(...this.#own);
    if (!isConnected() && !document.querySelector(allHosts)) this.say(this.#orphaned);
  }

  #leaveLater(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#hideToast(), toastMs);
  }

  #hideToast(): void {
    this.#toast.togglePopover(false);
    if (this.#life.signal.aborted) this.host.remove();
  }
}
