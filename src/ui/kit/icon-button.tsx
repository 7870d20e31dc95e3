import type { ButtonHTMLAttributes } from 'preact';
import { Icon, type IconName } from './icons';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'title' | 'aria-label'> {
  /** What it does: the accessible name, and the tooltip. */
  name: string;
  /** A tooltip other than the name. */
  hint?: string;
  icon: IconName;
  /** Whether the icon is filled, for a state that is on. */
  filled?: boolean;
}

/** A square button with an icon only. */
export function IconButton({ name, hint, icon, filled, class: more, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      class={more ? `btn ghost square ${more}` : 'btn ghost square'}
      aria-label={name}
      title={hint ?? name}
      {...rest}
    >
      <Icon name={icon} {...(filled !== undefined && { filled })} />
    </button>
  );
}
