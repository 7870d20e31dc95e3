/**
 * No button of the frame acts while the user cannot see it: a page may cover the frame, or show it for an instant under the
 * pointer. https://w3c.github.io/IntersectionObserver/v2/
 */

/** A button acts once it was visible for so long, ms. */
const minSeenMs = 300;
/** The browser looks again no sooner than this, ms. */
const lookEveryMs = 100;
/** A press waits for at most so long to be seen, ms: a loaded machine is slow to tell. */
const maxWaitMs = 1000;

interface Look extends IntersectionObserverEntry {
  /** Undefined where the browser cannot tell (Firefox). */
  isVisible?: boolean;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Watches whether the frame is visible. */
export class Sight {
  /** When it became visible, on the clock of `performance.now`. */
  #since: number | undefined;

  constructor() {
    const options = { threshold: [0, 1], trackVisibility: true, delay: lookEveryMs };
    const see = ([...looks]: Look[]) => {
      const { isVisible, time } = looks.at(-1) as Look;
      if (isVisible === false) this.#since = undefined;
      else this.#since ??= time;
    };
    new IntersectionObserver(see, options).observe(document.body);
  }

  /** Whether it is visible now, and was for long enough. */
  isSeen(now = performance.now()): boolean {
    return this.#since !== undefined && now - this.#since >= minSeenMs;
  }

  /** Resolves to true once it was visible for long enough; to false if that takes too long. */
  async willBeSeen(): Promise<boolean> {
    const end = performance.now() + maxWaitMs;
    while (!this.isSeen()) {
      if (performance.now() > end) return false;
      await wait(lookEveryMs / 2);
    }
    return true;
  }
}

/**
 * Lets only the user's own presses through. A press on a button before the frame was seen for long enough is made up for
 * once it was, and dropped if the frame does not stay visible. Fields take the pointer at once.
 */
export function pressOnlySeen(sight: Sight): void {
  let isOurs = false;
  const hear = (event: MouseEvent) => {
    const button = event.target instanceof HTMLElement ? event.target.closest('button,a,label,[role=option]') : null;
    if (isOurs || (event.isTrusted && (!button || sight.isSeen()))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.isTrusted && event.type === 'click' && button) void pressLater(button as HTMLElement);
  };
  const pressLater = async (button: HTMLElement) => {
    if (!(await sight.willBeSeen()) || !button.isConnected) return;
    isOurs = true;
    (button instanceof HTMLLabelElement ? button.control : button)?.click();
    isOurs = false;
  };
  for (const type of ['click', 'auxclick', 'dblclick'] as const) addEventListener(type, hear, true);
}
