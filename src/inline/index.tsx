/** The private frame: a page of ours inside a web page, which that page can neither read nor press. Shows one view at a time. */
import { type ComponentChild, render } from 'preact';
import { language } from '../locale';
import type { ToFrame } from '../messages/frame';
import type { FrameClaim } from '../messages/frame-views';
import { ask } from '../messages/transport';
import { Absent } from './absent';
import { Panel } from './panel';
import { portOfScript, talk } from './port';
import { TagChoice } from './tag-choice';
import { typeInto } from './typed';
import { pressOnlySeen, Sight } from './visible';

const root = document.documentElement;
root.lang = language();
pressOnlySeen(new Sight());

const tagField = () => document.querySelector<HTMLInputElement>('.tag-field input');
/** The field that has the focus, else the tag field. */
const field = () => document.querySelector<HTMLInputElement | HTMLTextAreaElement>('.field:focus') ?? tagField();
const focusables = () =>
  [...document.querySelectorAll<HTMLElement>('a[href],button,input,textarea')].filter(
    (each) => each.tabIndex >= 0 && !(each instanceof HTMLInputElement && each.type === 'radio' && !each.checked),
  );
/** Number of the last opening: answers to earlier ones are not shown. */
let openings = 0;
/** Tells the panel that is shown that its paper was changed. */
let changed = () => {};

function hear(message: ToFrame): void {
  if ('open' in message) void open(message);
  else if ('changed' in message) changed();
  else if ('typed' in message) {
    const target = field();
    if (target) void typeInto(target, message.typed);
  } else close();
}

type Opening = Extract<ToFrame, { open: string }>;

const onClose = () => tell({ is: 'done' });
const onChanged = (listener: () => void) => {
  changed = listener;
};
const onTagged = (token: string) => tell({ is: 'tagged', token });

/** What is shown for a claim. */
function viewOf(claim: FrameClaim | undefined, suggestions: unknown): ComponentChild {
  if (claim?.is === 'panel') return <Panel {...{ claim, onChanged, onClose }} />;
  if (claim?.is === 'tags') return <TagChoice {...{ claim, suggestions, onTagged, onClose }} />;
  return claim?.is === 'absent' ? <Absent onClose={onClose} /> : undefined;
}

async function open({ open: nonce, isDark, suggestions }: Opening): Promise<void> {
  const mine = ++openings;
  root.dataset.theme = isDark ? 'dark' : 'light';
  const claim = await ask('claim', nonce).catch(() => undefined);
  if (mine !== openings) return;
  render(null, document.body);
  const view = viewOf(claim, suggestions);
  if (view === undefined) return onClose();
  render(view, document.body);
  // A field that takes the focus before the content script gives it to the frame leaves the keys with the page.
  if (document.hasFocus()) takeKeys();
  tell({ is: 'ready' });
}

function close(): void {
  openings++;
  changed = () => {};
  render(null, document.body);
}

/** The tag field, or where there is none the only button, takes the keys as soon as the frame has the focus. */
function takeKeys(): void {
  if (document.activeElement === document.body) (tagField() ?? focusables()[0])?.focus();
  tell({ is: 'focus', has: true });
}

addEventListener('focus', takeKeys);
addEventListener('blur', () => tell({ is: 'focus', has: false }));
addEventListener('pagehide', () => tell({ is: 'gone' }));
addEventListener('keydown', (event) => {
  if (!event.isTrusted || event.defaultPrevented) return;
  if (event.key === 'Escape') tell({ is: 'done' });
  if (event.key !== 'Tab') return;
  const all = focusables();
  if (document.activeElement !== (event.shiftKey ? all[0] : all.at(-1))) return;
  event.preventDefault();
  tell({ is: 'done' });
});

const tell = talk(await portOfScript(), hear);
tell({ is: 'here' });
