/**
 * A `ref` for radio buttons that takes them out of their group before they are removed. In a shadow root, Chromium 156 keeps
 * removed buttons in the group of their name for as long as the root lives: a leak of everything their handlers reference.
 */
export const leaveGroup = (input: HTMLInputElement | null) => () => {
  if (input) input.name = '';
};
