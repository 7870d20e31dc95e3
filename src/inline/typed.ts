/** Types keys into a field that were pressed before the frame had the focus. */

/** The field draws what was typed before it acts on a key. */
const drawn = () => new Promise((resolve) => setTimeout(resolve));

/** Keys as `KeyboardEvent.key` has them. Characters are written, Backspace deletes one, Enter and Escape act as pressed. */
export async function typeInto(field: HTMLInputElement | HTMLTextAreaElement, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if ([...key].length === 1) write(field, field.value + key);
    else if (key === 'Backspace') write(field, [...field.value].slice(0, -1).join(''));
    else if (key === 'Enter' && field.localName === 'textarea') write(field, `${field.value}\n`);
    else if (key === 'Enter' || key === 'Escape') {
      await drawn();
      field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await drawn();
    }
  }
}

function write(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
