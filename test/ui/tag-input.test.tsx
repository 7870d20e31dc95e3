// @vitest-environment jsdom
import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import type { Completion } from '../../src/paper/marks';
import { TagInput } from '../../src/ui/tags/tag-input';
import { expectAccessible, settled, setUpScreen } from '../support/screen';

const { draw, screen, user } = setUpScreen();

const own: Completion[] = [
  { name: 'vision/vit', papers: 23 },
  { name: 'sevitility', papers: 2 },
  { name: 'survey', papers: 1 },
];
const complete = async (text: string) => own.filter((each) => each.name.includes(text));

function Field({ start = [] as string[], onChange = (_: string[]) => {}, ...rest }) {
  const [tags, setTags] = useState(start);
  const change = (now: string[]) => {
    setTags(now);
    onChange(now);
  };
  return <TagInput label="Tags of the paper" tags={tags} complete={complete} onChange={change} {...rest} />;
}
const field = () => screen.getByRole('combobox', { name: 'Tags of the paper' });
const chosen = () =>
  screen.queryAllByRole('button', { name: /^Remove tag/, hidden: true }).map((each) => each.getAttribute('aria-label'));

test('completes by any part of a nested name, with counts, and Enter takes the first', async () => {
  const onChange = vi.fn();
  await draw(<Field onChange={onChange} />);
  await user.type(field(), 'vit');
  await settled();
  expect(screen.getAllByRole('option').map((each) => each.getAttribute('aria-label'))).toEqual([
    'vision/vit 23 papers',
    'sevitility 2 papers',
    'Create “vit”',
  ]);
  expect(screen.getByRole('option', { selected: true }).id).toBe(field().getAttribute('aria-activedescendant'));
  expect(screen.getByRole('option', { selected: true }).querySelector('mark')?.textContent).toBe('vit');
  await expectAccessible();
  await user.keyboard('{Enter}');
  await settled();
  expect(onChange).toHaveBeenLastCalledWith(['vision/vit']);
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(document.activeElement).toBe(field());
});

test('arrows choose, creating included', async () => {
  const onChange = vi.fn();
  await draw(<Field onChange={onChange} />);
  await user.type(field(), 'vit');
  await settled();
  await user.keyboard('{ArrowUp}{Enter}');
  await settled();
  expect(onChange).toHaveBeenLastCalledWith(['vit']);
});

test('Enter typed before the list has come takes what the list will show first', async () => {
  const onChange = vi.fn();
  await draw(<Field onChange={onChange} />);
  await user.type(field(), 'surv{Enter}');
  await settled();
  expect(onChange).toHaveBeenLastCalledWith(['survey']);
});

test('a comma adds what is typed as it is; a pasted list becomes tags', async () => {
  const onChange = vi.fn();
  await draw(<Field onChange={onChange} />);
  await user.type(field(), 'vit,');
  expect(onChange).toHaveBeenLastCalledWith(['vit']);
  await user.click(field());
  await user.paste('rl/reward, survey\nVIT');
  expect(onChange).toHaveBeenLastCalledWith(['vit', 'rl/reward', 'survey']);
});

test('Backspace in the empty field removes the last tag and keeps the focus', async () => {
  const onChange = vi.fn();
  await draw(<Field start={['a', 'b']} onChange={onChange} />);
  await user.click(field());
  await user.keyboard('{Backspace}');
  expect(onChange).toHaveBeenLastCalledWith(['a']);
  expect(document.activeElement).toBe(field());
  expect(screen.getByRole('status').textContent).toBe('Removed b');
});

test('arrow keys reach the chips and Delete takes one out', async () => {
  await draw(<Field start={['a', 'b']} />);
  await user.click(field());
  await user.keyboard('{ArrowLeft}{ArrowLeft}{Delete}');
  expect(chosen()).toEqual(['Remove tag b']);
  expect(document.activeElement).toBe(field());
});

test('recent tags are one click each', async () => {
  await draw(<Field recent={own} />);
  await user.click(screen.getByRole('button', { name: 'Add tag survey' }));
  expect(chosen()).toEqual(['Remove tag survey']);
  expect(screen.queryByRole('button', { name: 'Add tag survey' })).toBeNull();
  await expectAccessible();
});

test('Escape first clears what is typed, then leaves', async () => {
  const onEscape = vi.fn();
  await draw(<Field onEscape={onEscape} />);
  await user.type(field(), 'vit');
  await settled();
  await user.keyboard('{Escape}');
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(onEscape).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(onEscape).toHaveBeenCalledOnce();
});
