/**
 * Text that the page does not find by `window.find`, which searches closed roots, too: what is inert it passes over, as
 * assistive tools do, so that what holds it needs a name.
 */
export const Unfindable = ({ text }: { text: string }) => <span inert>{text}</span>;
