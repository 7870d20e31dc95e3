import { useId, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import { t } from '../../locale';
import { plainText } from '../../paper/tex/plain-text';
import { Dialog } from '../kit/dialog';
import type { Command, CommandGroup } from './command';
import { matchingCommands } from './matching-commands';
import { useFoundPapers } from './use-found-papers';

interface PaletteProps {
  library: Library;
  groups: readonly CommandGroup[];
  /** What the actions apply to: a paper's title, "3 selected". */
  target: string | undefined;
  onPaper(n: number): void;
  onClose(): void;
}

/** Runs a command once the dialog has gone and given the focus back. */
const runAfter = (command: Command, onClose: () => void) => {
  onClose();
  setTimeout(command.run);
};

const scrollIntoList = (line: HTMLElement | null): void => line?.scrollIntoView?.({ block: 'nearest' });

interface LineProps {
  command: Command;
  id: string;
  isActive: boolean;
  onRun(): void;
}

function Line({ command, id, isActive, onRun }: LineProps) {
  return (
    // An editable combobox: the field keeps the focus and the keyboard, and names the active option.
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant, focus stays in the field
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      ref={isActive ? scrollIntoList : null}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <bdi class="name">{command.name}</bdi>
      {command.keyLabel !== undefined && <kbd>{command.keyLabel}</kbd>}
    </div>
  );
}

/** The command palette: every action, tag, saved search and paper by name, to be run by Enter or a click. */
export function Palette({ library, groups, target, onPaper, onClose }: PaletteProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const papers = useFoundPapers(library, text);
  const found = matchingCommands(groups, text);
  if (text.trim() !== '' && papers.length > 0)
    found.push({
      title: t('uiPapers'),
      commands: papers.map(({ n, facts }) => ({
        id: `paper:${n}`,
        name: plainText(facts.title),
        run: () => onPaper(n),
      })),
    });
  const all = found.flatMap(({ commands }) => commands);
  const index = Math.min(active, all.length - 1);
  const move = (to: number) => setActive((to + all.length) % Math.max(1, all.length));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const command = all[index];
    if (event.key === 'ArrowDown') move(index + 1);
    else if (event.key === 'ArrowUp') move(index - 1);
    else if (event.key === 'Enter' && command) runAfter(command, onClose);
    else return;
    event.preventDefault();
  };
  /** Places in the list, since it may hold every tag of a large library. */
  const places = new Map(all.map((command, place) => [command, place]));
  return (
    <Dialog title={t('palette')} onClose={onClose}>
      <input
        class="field"
        type="text"
        role="combobox"
        aria-label={t('palettePlaceholder')}
        aria-autocomplete="list"
        aria-expanded={all.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={all.length > 0 ? `${id}-${index}` : undefined}
        placeholder={t('palettePlaceholder')}
        autocomplete="off"
        spellcheck={false}
        autoFocus
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {target !== undefined && <p class="hint">{target}</p>}
      <div class="palette" role="listbox" id={`${id}-list`} aria-label={t('palette')}>
        {found.map(({ title, commands }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
          <div key={title} role="group" aria-label={title}>
            <p class="palette-title" aria-hidden="true">
              {title}
            </p>
            {commands.map((command) => (
              <Line
                key={command.id}
                command={command}
                id={`${id}-${places.get(command)}`}
                isActive={all[index] === command}
                onRun={() => runAfter(command, onClose)}
              />
            ))}
          </div>
        ))}
      </div>
      <p class={all.length === 0 ? 'hint' : 'unseen'} role="status">
        {all.length === 0 && t('paletteNone')}
      </p>
    </Dialog>
  );
}
