import { SelectionBar } from './selection-bar';
import type { Surface } from './use-surface';

/** The bar for the papers selected on a surface. */
export function Selected({ surface }: { surface: Surface }) {
  const { list, changes, setDialog } = surface;
  const { selected, all, clear } = list.selection;
  return (
    <SelectionBar
      count={selected.length}
      isAll={selected.length === list.numbers.length}
      onAll={all}
      onClear={clear}
      onTag={() => setDialog({ kind: 'tag', papers: selected })}
      onStatus={(status) => void changes.setStatus(selected, status)}
      onStar={() => void changes.toggleStar(selected)}
      onExport={() => setDialog({ kind: 'export', papers: selected })}
      onRemove={() => void changes.remove(selected)}
    />
  );
}
