import { foldName } from '../../query/fold';
import type { Command, CommandGroup } from './command';

/** Commands shown of a group while something is typed. */
const maxShown = 8;

/** Commands shown of a group while nothing is typed: of thousands of tags the first. */
const maxUnasked = 100;

/** Folded names of commands: of thousands they are not folded again at each key. */
const folded = new WeakMap<Command, string>();

function foldedName(command: Command): string {
  const known = folded.get(command) ?? foldName(command.name);
  folded.set(command, known);
  return known;
}

/** How well a name fits the words: 0 if it begins with the first, 1 if a word of it does, 2 otherwise. */
function rank(name: string, [first = '']: readonly string[]): number {
  if (name.startsWith(first)) return 0;
  return name.split(/[\s/]+/u).some((word) => word.startsWith(first)) ? 1 : 2;
}

/**
 * The commands whose names hold every word of a text, in any order, whatever case and accents: the best fitting first, at most
 * 8 of a group. For an empty text all of them, at most 100 of a group. Groups without any are left out.
 */
export function matchingCommands(groups: readonly CommandGroup[], text: string): CommandGroup[] {
  const words = foldName(text).split(/\s+/u).filter(Boolean);
  return groups
    .map(({ title, commands }) => {
      if (words.length === 0) return { title, commands: commands.slice(0, maxUnasked) };
      const found = commands
        .map((command) => ({ command, name: foldedName(command) }))
        .filter(({ name }) => words.every((word) => name.includes(word)))
        .map(({ command, name }) => ({ command, rank: rank(name, words) }))
        .sort((a, b) => a.rank - b.rank);
      return { title, commands: found.slice(0, maxShown).map(({ command }) => command) };
    })
    .filter(({ commands }) => commands.length > 0);
}
