/**
 * Text that a page cannot find with `window.find`, which searches closed roots but skips inert text. So do assistive tools:
 * the element around it needs an accessible name.
 */
export const Unfindable = ({ text }: { text: string }) => <span inert>{text}</span>;
