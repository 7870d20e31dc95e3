import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icons';

/** An entry of a menu. With `isOn` it is a choice: a check box, or one of its group where the group is exclusive. */
export interface MenuItem {
  name: string;
  isOn?: boolean;
  run(): void;
}

export interface MenuGroup {
  /** Shown above its entries. */
  title?: string;
  /** Whether exactly one of its entries is on. */
  isExclusive?: boolean;
  items: readonly MenuItem[];
}

interface MenuButtonProps {
  /** The accessible name and tooltip of the button; its text where `isNamed`. */
  name: string;
  icon?: IconName;
  /** Whether the name is shown. */
  isNamed?: boolean;
  class?: string;
  groups: readonly MenuGroup[];
}

const roleOf = ({ isOn }: MenuItem, { isExclusive }: MenuGroup) =>
  isOn === undefined ? 'menuitem' : isExclusive ? 'menuitemradio' : 'menuitemcheckbox';

/** Puts a menu below its button, or above it where there is more room; within the window. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const [width, height] = [menu.offsetWidth, menu.offsetHeight];
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const left = isRightToLeft ? at.left : at.right - width;
  const isBelow = at.bottom + height < innerHeight || at.top < innerHeight - at.bottom;
  menu.style.left = `${Math.max(4, Math.min(left, innerWidth - width - 4))}px`;
  menu.style.top = `${isBelow ? at.bottom + 2 : Math.max(4, at.top - height - 2)}px`;
}

/** The keys of a menu: arrows, Home and End move, letters go to the next entry that begins with them. */
function focusByKey(key: string, menu: HTMLElement): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const step = steps[key];
  if (step !== undefined) {
    items.at(step % items.length)?.focus();
    return true;
  }
  if (key.length !== 1 || key === ' ') return false;
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  after.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()))?.focus();
  return true;
}

interface OpenMenuProps {
  id: string;
  groups: readonly MenuGroup[];
  label: string;
  button: HTMLElement;
  onClose(): void;
}

function OpenMenu({ id, groups, label, button, onClose }: OpenMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = menu.current;
    if (!shown) return;
    shown.popover = 'manual';
    shown.showPopover(); // above everything, also where its button is in something that scrolls
    place(shown, button);
    const first = shown.querySelector<HTMLElement>('[aria-checked=true]');
    (first ?? shown.querySelector<HTMLElement>('[role^=menuitem]'))?.focus();
  }, []);
  useEffect(() => {
    const onPointer = (event: Event) => {
      const path = event.composedPath();
      if (!path.includes(menu.current as EventTarget) && !path.includes(button)) onClose();
    };
    document.addEventListener('pointerdown', onPointer, true);
    return () => document.removeEventListener('pointerdown', onPointer, true);
  }, []);
  const close = () => {
    onClose();
    button.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation(); // letters are keys of the menu, not shortcuts of the page
    if (event.key === 'Tab') return close();
    if (event.key === 'Escape') close();
    else if (!menu.current || !focusByKey(event.key, menu.current)) return;
    event.preventDefault();
  };
  const take = (item: MenuItem, role: string) => {
    if (role !== 'menuitemcheckbox') close();
    item.run();
  };
  return (
    <div ref={menu} id={id} class="floating menu" role="menu" aria-label={label} onKeyDown={onKeyDown}>
      {groups.map((group, i) => (
        // biome-ignore lint/a11y/useSemanticElements: a group within a menu, no fieldset
        <div role="group" aria-label={group.title} key={group.title ?? i}>
          {group.title && (
            <p class="menu-title" aria-hidden="true">
              {group.title}
            </p>
          )}
          {group.items.map((item) => {
            const role = roleOf(item, group);
            return (
              <button
                key={item.name}
                type="button"
                role={role}
                {...(item.isOn !== undefined && { 'aria-checked': item.isOn })}
                tabIndex={-1}
                onClick={() => take(item, role)}
              >
                <span class="menu-check">{item.isOn && <Icon name="check" />}</span>
                {item.name}
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** A button that opens a menu: chosen by arrow keys and Enter, closed by Escape or a click elsewhere. */
export function MenuButton({ name, icon, isNamed = false, class: more = '', groups }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <>
      <button
        ref={button}
        type="button"
        class={isNamed ? `btn ghost ${more}` : `btn ghost square ${more}`}
        aria-label={isNamed ? undefined : name}
        title={isNamed ? undefined : name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {icon && <Icon name={icon} />}
        {isNamed && name}
        {isNamed && <Icon name="down" />}
      </button>
      {isOpen && button.current && (
        <OpenMenu id={id} groups={groups} label={name} button={button.current} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
