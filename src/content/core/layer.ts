/** What stands above the page: announcements, toasts, and the root that the panel is drawn into. */
import { t } from '../../locale';
import tokens from '../../ui/kit/tokens.css?inline';
import { element, hostElement, unfindable } from './dom';
import { guard } from './guard';
import css from './layer.css?inline';

/** A message to the reader: always announced, shown as a toast where `shown`. */
export interface Notice {
  text: string;
  shown?: boolean;
  warning?: boolean;
  action?: { label: string; run(): void };
}

/** A toast stays so long, ms; longer while the reader points at it or has its button focused. */
const stay = 8000;

/** An announcement stays so long, ms. */
const heard = 2000;

export class Layer {
  readonly host = hostElement('layer');
  private readonly root = this.host.attachShadow({ mode: 'closed' });
  private readonly voice = element('div', { className: 'unseen' });
  private readonly toast = element('div', { className: 'toast', popover: 'manual' });
  private timer = 0;
  private silence = 0;
  /** Kept from the start: a script that outlived its extension cannot ask for words any more. */
  private readonly orphaned: Notice = {
    text: t('failureOrphaned'),
    shown: true,
    warning: true,
    action: { label: t('overlayReload'), run: () => location.reload() },
  };

  constructor() {
    this.voice.setAttribute('role', 'status');
    this.root.append(element('style', { textContent: tokens + css }), this.voice, this.toast);
    guard(this.host, this.root);
    const hold = () => clearTimeout(this.timer);
    const leave = () => this.leaveLater();
    for (const type of ['pointerenter', 'focusin']) this.toast.addEventListener(type, hold);
    for (const type of ['pointerleave', 'focusout']) this.toast.addEventListener(type, leave);
  }

  /** The layer's root, in the document, or back in it, should the page have taken it out. */
  attach(): ShadowRoot {
    if (!this.host.isConnected) document.documentElement.append(this.host);
    return this.root;
  }

  setTheme(isDark: boolean): void {
    this.host.dataset.theme = isDark ? 'dark' : 'light';
  }

  /** Announces, and shows where asked. */
  say({ text, shown, warning, action }: Notice): void {
    this.attach();
    // A text that is already there would not be read again.
    this.voice.textContent = '';
    requestAnimationFrame(() => {
      this.voice.textContent = text;
    });
    // Once it is read it only serves a page that searches.
    clearTimeout(this.silence);
    this.silence = window.setTimeout(() => this.voice.replaceChildren(), heard);
    if (!shown) return;
    const close = element('button', { type: 'button', textContent: action?.label ?? t('overlayDismiss') });
    close.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      this.toast.togglePopover(false);
      action?.run();
    });
    this.toast.replaceChildren(unfindable(text), close);
    this.toast.classList.toggle('warning', warning === true);
    this.toast.togglePopover(true);
    this.leaveLater();
  }

  /** Says that the extension was updated or switched off under this page. */
  sayOrphaned(): void {
    this.say(this.orphaned);
  }

  private leaveLater(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.toast.togglePopover(false), stay);
  }
}
