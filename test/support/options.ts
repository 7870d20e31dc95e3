/** The page of options, which is longer than the window. */
import { eventually, type Session, type Tab } from './session';

/** Clicks a button or switch of the options once it is in sight, enabled and at rest: what loads above it moves it. */
export async function clickOption(options: Tab, role: 'button' | 'switch', name: string): Promise<void> {
  const scroll = `[...document.querySelectorAll('button, [role=switch]')].find((each) => each.textContent === ${JSON.stringify(name)})?.scrollIntoView({ block: 'center' })`;
  let lastY: number | undefined;
  const seen = await eventually(async () => {
    await options.run(scroll);
    const [found] = await options.all(role, name);
    const isStill = found?.box.y === lastY;
    lastY = found?.box.y;
    return found && isStill && !found.states.has('disabled') ? found : undefined;
  }, `The options have no ${role} “${name}” that can be clicked`);
  await options.click(seen);
}

/** Turns switches of the options on, in a tab that is closed afterwards. */
export async function turnOn(session: Session, ...names: string[]): Promise<void> {
  const options = await session.page('options');
  for (const name of names) {
    const find = async () => (await options.all('switch', name))[0];
    await clickOption(options, 'switch', name);
    await eventually(async () => ((await find())?.states.has('checked') ? true : undefined), `${name} is not on`);
  }
  await options.close();
}
