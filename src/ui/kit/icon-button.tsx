import type { ButtonHTMLAttributes } from 'preact';
import { Icon, type IconName } from './icons';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'title' | 'aria-label'> {
  /** What it does, in words: for assistive tools, and shown beside the pointer. */
  name: string;
  /** Shown beside the pointer instead of the name. */
  hint?: string;
  icon: IconName;
  /** For a state that is on. */
  filled?: boolean;
}

/** A square button that is an icon and nothing else. */
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
