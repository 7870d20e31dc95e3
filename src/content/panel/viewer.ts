/** Opens the private frame beside an element of the page, and closes it. What stands in the page is a box of one size. */
import { t } from '../../locale';
import type { FromFrame } from '../../messages/frame';
import { send } from '../../messages/transport';
import { beside } from '../core/beside';
import type { FrameView } from '../core/injected-scripts';
import type { PageScript } from '../core/page-script';
import { Frame } from './frame';
import { listenWhileOpen } from './listen-while-open';

export class Viewer {
  readonly #page: PageScript;
  readonly #closed: (view: FrameView) => void;
  #frame: Frame | undefined;
  #open: { view: FrameView; frame: Frame; ends: AbortController } | undefined;

  /** `closed` is called after a view was closed. */
  constructor(page: PageScript, closed: (view: FrameView) => void) {
    this.#page = page;
    this.#closed = closed;
    page.life.onEnd(() => this.#frame?.end());
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Loads the frame ahead of the first opening; anew after the page removed it. */
  prepare(): Frame {
    if (this.#frame && !this.#frame.isInPlace) this.#frame.end();
    this.#frame ??= new Frame(
      (message) => this.#hear(message),
      () => {
        this.#frame = undefined;
        this.#page.guard.release();
        this.close();
      },
    );
    return this.#frame;
  }

  /** Opens the frame, in place of what it showed before. */
  open(view: FrameView): void {
    this.close();
    const frame = this.prepare();
    const ends = new AbortController();
    this.#open = { view, frame, ends };
    frame.show(true, this.#isDark);
    this.#place();
    this.#show(view, frame).catch((error) => {
      this.close();
      this.#page.layer.sayError(error);
    });
    const panel = { place: () => this.#place(), close: (refocus?: boolean) => this.close(refocus) };
    listenWhileOpen(view, frame, panel, ends.signal);
  }

  /** With `refocus` what opened the frame gets the focus back. */
  close(refocus = false): void {
    if (!this.#open) return;
    const { view, frame, ends } = this.#open;
    ends.abort();
    frame.tell({ close: true });
    frame.show(false);
    this.#open = undefined;
    this.#page.guard.onFocusTaken = undefined;
    view.closed();
    if (refocus) view.focus();
    this.#closed(view);
  }

  /** Tells what is shown that its paper was changed. */
  tellChanged(): void {
    this.#open?.frame.tell({ changed: true });
  }

  get #isDark(): boolean {
    return this.#page.layer.host.dataset.theme === 'dark';
  }

  #place(): void {
    const anchor = this.#open?.view.anchor();
    if (!this.#open || !anchor) {
      this.close();
      return;
    }
    const { box } = this.#open.frame;
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    this.#open.frame.moveTo(beside(anchor, size, { width: innerWidth, height: innerHeight }));
  }

  async #show(view: FrameView, frame: Frame): Promise<void> {
    const { offer, suggestions } = view;
    const nonce = await send('offer', offer);
    const isHere = await frame.isHere;
    if (this.#open?.view !== view || this.#open.frame !== frame || !view.anchor()) return;
    if (isHere) return frame.tell({ open: nonce, isDark: this.#isDark, ...(suggestions && { suggestions }) });
    frame.end();
    const { layer } = this.#page;
    const paper = offer.key === undefined ? {} : { key: offer.key };
    const run = () => void send('openLibrary', paper).catch(layer.sayError);
    layer.say({ text: t('panelRefused'), shown: true, warning: true, action: { label: t('panelLibrary'), run } });
  }

  #hear(message: FromFrame): void {
    if (!this.#open) return;
    const { view, frame } = this.#open;
    const { guard, layer } = this.#page;
    if (message.is === 'done') this.close(true);
    if (message.is === 'tagged') {
      this.close(true);
      view.tagged?.(message.token);
    }
    if (message.is === 'ready') frame.focus();
    if (message.is !== 'focus' || !message.has) return;
    guard.onFocusTaken = () => {
      this.close();
      layer.say({ text: t('panelFocusTaken'), shown: true });
    };
    frame.tell({ typed: guard.release() });
  }
}
