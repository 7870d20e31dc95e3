/** The two hints of the first minute. */
import { plural, t } from '../../locale';
import { send } from '../../messages';
import type { Bridge } from '../bridge';
import { element } from '../dom';
import { beside } from './beside';

/** Shows a hint once, ever: beside a control, or in the corner where the browser has the extension's icon. */
export function showHint(bridge: Bridge, which: 'save' | 'find', anchor?: () => DOMRect | undefined): () => void {
  const lines = which === 'save' ? [t('hintSave')] : [plural('hintFind', 3), t('hintPin')];
  const close = element('button', { type: 'button', className: 'link', textContent: t('hintDismiss') });
  const text = element('div', {}, ...lines.map((line) => element('p', { textContent: line })));
  const hint = element('div', { className: 'hint', popover: 'manual' }, text, close);
  const remove = () => hint.remove();
  close.addEventListener('click', remove);
  bridge.layer().append(hint);
  hint.showPopover();
  const control = anchor?.() ?? new DOMRect(innerWidth - 8, 0, 0, 4);
  const viewport = { width: innerWidth, height: innerHeight };
  const { left, top } = beside(control, { width: hint.offsetWidth, height: hint.offsetHeight }, viewport);
  Object.assign(hint.style, { left: `${left}px`, top: `${top}px` });
  bridge.say({ text: lines.join(' ') });
  send('hintSeen', which).catch(() => undefined); // then it shows once more, which is no harm
  return remove;
}
