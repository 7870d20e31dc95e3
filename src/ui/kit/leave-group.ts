/**
 * For the `ref` of a radio button: takes it out of its group before it is removed. In a shadow root Chromium 156 keeps what is
 * removed in the group of its name, and so all that its handlers know, for as long as the root is there.
 */
export const leaveGroup = (input: HTMLInputElement | null) => () => {
  if (input) input.name = '';
};
