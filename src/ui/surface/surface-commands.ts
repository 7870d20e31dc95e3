import type { Filter } from '../../library/types';
import { t } from '../../locale';
import { toggleTerm } from '../../query/terms';
import type { Command, CommandGroup } from '../palette/command';
import type { Tags } from '../tags/use-tags';
import { type KeyAction, type Keys, keyActions, keyLabel, keyNames } from './shortcuts';
import type { PaperActions } from './use-paper-keys';

/** Moving the cursor is done by keys alone. */
const notCommands: readonly KeyAction[] = ['next', 'previous'];

interface SurfaceCommandsOptions {
  actions: PaperActions;
  keys: Keys;
  /** What only this surface can do. */
  own: readonly Command[];
  /** Places of this surface and other pages. */
  places: readonly Command[];
  /** Further groups of this surface. */
  more?: readonly CommandGroup[];
  tags: Tags;
  filters: readonly Filter[];
  query: string;
  onQuery(query: string): void;
}

/** All commands of a surface, in groups: its actions with their keys, its places, tags, saved searches. */
export function surfaceCommands(options: SurfaceCommandsOptions): CommandGroup[] {
  const { actions, keys, query, onQuery } = options;
  const acts = keyActions.flatMap((action): Command[] => {
    const run = actions[action];
    if (!run || notCommands.includes(action)) return [];
    return [{ id: action, name: t(keyNames[action]), keyLabel: keyLabel(keys[action]), run }];
  });
  return [
    { title: t('paletteActs'), commands: [...options.own, ...acts] },
    { title: t('paletteGo'), commands: options.places },
    ...(options.more ?? []),
    {
      title: t('shelfFilters'),
      commands: options.filters.map((filter) => ({
        id: `filter:${filter.id}`,
        name: filter.name,
        run: () => onQuery(filter.query),
      })),
    },
    {
      title: t('uiTags'),
      commands: options.tags.all.map(({ id, name }) => ({
        id: `tag:${id}`,
        name,
        run: () => onQuery(toggleTerm(query, 'tag', name)),
      })),
    },
  ];
}
