/** Detects whether a page is light or dark. */
import type { Lifetime } from './lifetime';

/**
 * Whether the page is dark where an element stands, as a reader sees it: the first opaque ground behind it; where the
 * page paints none, what the browser paints for the page's own `color-scheme`.
 */
export function isDark(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const [lightness, alpha] = ground(getComputedStyle(at).backgroundColor);
    if (alpha > 0.5) return lightness < 0.5;
  }
  return /dark/.test(getComputedStyle(document.documentElement).colorScheme) && prefersDark().matches;
}

export const prefersDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

/**
 * Lightness (0 to 1, near enough to tell dark from light) and alpha of a computed colour: `rgb()`, and the `oklch()`,
 * `lab()` and `color()` that newer style sheets compute to.
 */
function ground(color: string): [lightness: number, alpha: number] {
  const [, kind = '', inside = ''] = /^([a-z]+)\((?:[a-z][\w-]* )?(.*)\)$/.exec(color) ?? [];
  const [first = 1, second = 1, third = 1, fourth = 1] = inside.split(/[\s,/]+/).map(Number.parseFloat);
  if (kind.startsWith('ok')) return [first, fourth];
  if (kind.startsWith('l')) return [first / 100, fourth];
  const scale = kind.startsWith('rgb') ? 255 : 1;
  return [(0.2126 * first + 0.7152 * second + 0.0722 * third) / scale, fourth];
}

/** How long a page's transition of colours may last, ms. */
const transitionMs = 400;

/** Calls back now, and whenever the page's theme may have changed: at once, and again after a transition of colours. */
export function watchTheme(changed: () => void, life: Lifetime): void {
  const soon = () => {
    changed();
    life.setTimeout(changed, transitionMs);
  };
  changed();
  life.listen(prefersDark(), ['change'], soon);
  const observer = new MutationObserver(soon);
  for (const root of [document.documentElement, document.body]) observer.observe(root, { attributes: true });
  life.onEnd(() => observer.disconnect());
}
