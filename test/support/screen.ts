import { configure, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect } from 'vitest';
import { stubMessages } from './messages';

// A loaded machine is slow, and a whole document in a failure's text is no help.
configure({ asyncUtilTimeout: 15_000, getElementError: (message) => new Error(message?.split('\n')[0]) });

/** A place to draw components in, found by role and name, and a user who types and clicks. English unless said otherwise. */
export function setUpScreen() {
  let place: HTMLElement;
  beforeEach(() => {
    stubMessages();
    place = document.body.appendChild(document.createElement('div'));
  });
  afterEach(async () => {
    // What Preact puts off until after painting must not come when the page is gone.
    await act(() => render(null, place));
    place.remove();
  });
  return {
    draw: (tree: ComponentChild) => act(() => render(tree, place)),
    get screen() {
      return within(document.body);
    },
    user: userEvent.setup({ delay: null }),
  };
}

/** Waits until what was started by an act is drawn. */
export const settled = () => act(async () => void (await new Promise((done) => setTimeout(done))));

// jsdom has no canvas: axe, which asks for one, is answered the same without a line on standard error.
HTMLCanvasElement.prototype.getContext = () => null;

/** What jsdom cannot know (`tokens.test.ts` has it), and what a part of a page need not have. */
const leftOut = { 'color-contrast': { enabled: false }, region: { enabled: false } };

/** No violation of axe's rules. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: leftOut });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
