/** The two hints for new users. */
import { plural, t } from '../../locale';
import { send } from '../../messages/transport';
import { beside } from '../core/beside';
import type { CardOverlay } from '../core/card-overlay';
import { element } from '../core/dom';
import type { PageScript } from '../core/page-script';

/** Shows a hint: beside a card's control, or without a card in the corner of the extension's icon. Notes that it was seen. Returns a
 * function that removes it. */
export function showHint(page: PageScript, which: 'save' | 'find', overlay?: CardOverlay): () => void {
  const lines = which === 'save' ? [t('hintSave')] : [plural('hintFind', 3), t('hintPin')];
  const close = element('button', { type: 'button', className: 'link', textContent: t('hintDismiss') });
  const text = element('div', {}, ...lines.map((line) => element('p', { textContent: line })));
  const hint = element('div', { className: 'floating hint', popover: 'manual' }, text, close);
  const ends = new AbortController();
  const remove = () => {
    ends.abort();
    hint.remove();
  };
  close.addEventListener('click', remove);
  page.layer.attach().append(hint);
  hint.showPopover();
  // It follows its control and is hidden with it: it must not stay over another card's control.
  const place = () => {
    const control = overlay ? overlay.control?.box() : new DOMRect(innerWidth - 8, 0, 0, 4);
    hint.hidden = !control || control.bottom < 0 || control.top > innerHeight;
    if (!control || hint.hidden) return;
    const size = { width: hint.offsetWidth, height: hint.offsetHeight };
    const { left, top } = beside(control, size, { width: innerWidth, height: innerHeight });
    hint.style.translate = `${left}px ${top}px`;
  };
  place();
  addEventListener('scroll', place, { capture: true, passive: true, signal: ends.signal });
  addEventListener('resize', place, { signal: ends.signal });
  page.layer.say({ text: lines.join(' ') });
  send('hintSeen', which).catch(() => undefined); // then it shows once more, which is no harm
  return remove;
}
