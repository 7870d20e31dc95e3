import { foldName } from '../../query/fold';
import type { CommandGroup } from './command';

/** Commands shown of a group while something is typed. */
const maxShown = 8;

/** How well a name fits the words: 0 if it begins with the first, 1 if a word of it does, 2 otherwise. */
function rank(name: string, [first = '']: readonly string[]): number {
  if (name.startsWith(first)) return 0;
  return name.split(/[\s/]+/u).some((word) => word.startsWith(first)) ? 1 : 2;
}

/**
 * The commands whose names hold every word of a text, in any order, whatever case and accents: the best fitting first, at most
 * 8 of a group. All of them for an empty text. Groups without any are left out.
 */
export function matchingCommands(groups: readonly CommandGroup[], text: string): CommandGroup[] {
  const words = foldName(text).split(/\s+/u).filter(Boolean);
  return groups
    .map(({ title, commands }) => {
      if (words.length === 0) return { title, commands };
      const found = commands
        .map((command) => ({ command, name: foldName(command.name) }))
        .filter(({ name }) => words.every((word) => name.includes(word)))
        .map(({ command, name }) => ({ command, rank: rank(name, words) }))
        .sort((a, b) => a.rank - b.rank);
      return { title, commands: found.slice(0, maxShown).map(({ command }) => command) };
    })
    .filter(({ commands }) => commands.length > 0);
}
