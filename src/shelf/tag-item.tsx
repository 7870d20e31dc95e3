import { useState } from 'preact/hooks';
import { number, plural, t } from '../locale';
import { Icon } from '../ui/kit/icons';
import { tagColor } from '../ui/tags/tag-color';
import { dragTag, dropped, isOwnDrag } from './drag';
import type { TagNode, TagRow } from './tag-tree';

/** The actions on a tag of the tree. */
export interface TagActions {
  isOn(name: string): boolean;
  /** With `added` the tag narrows the current list. */
  onShow(name: string, added: boolean): void;
  onEdit(id: string): void;
  onDropPapers(name: string, papers: number[]): void;
  onNest(id: string, below: string): void;
}

/** Handlers for dropping papers and tags on a tag. */
function useDrop(node: TagNode, actions: TagActions) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      if (!isOwnDrag(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const { papers, tag } = dropped(event);
      if (papers) actions.onDropPapers(node.name, papers);
      else if (tag !== undefined && tag !== node.tag?.id) actions.onNest(tag, node.name);
    },
  };
}

interface TagItemProps {
  row: TagRow;
  /** Distance from the tree's top, px. */
  top: number;
  /** Whether Tab reaches it: one row of the tree at a time. */
  isActive: boolean;
  actions: TagActions;
  onFold(): void;
  onFocus(): void;
}

/** Runs an action that is not meant for the row around its button. */
const alone = (act: () => void) => (event: Event) => {
  event.stopPropagation();
  act();
};

/** A row of the tag tree. Its keys are the tree's. Dragging is for the mouse; by keyboard the tag's dialog does the same. */
export function TagItem({ row, top, isActive, actions, onFold, onFocus }: TagItemProps) {
  const { node, level, place, siblings, isOpen } = row;
  const { tag } = node;
  const { isOver, ...drop } = useDrop(node, actions);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    <div
      role="treeitem"
      class={isOver ? 'tag-line tree-row over' : 'tag-line tree-row'}
      style={{ top: `${top}px`, '--level': level }}
      aria-label={tag ? `${node.label} ${plural('papers', node.papers)}` : node.label}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={isOpen}
      aria-current={actions.isOn(node.name) ? 'true' : undefined}
      title={t('shelfCombine', node.name)}
      tabIndex={isActive ? 0 : -1}
      draggable={tag !== undefined}
      onDragStart={(event) => tag && dragTag(event, tag.id)}
      onFocus={onFocus}
      onClick={(event) => actions.onShow(node.name, event.ctrlKey || event.metaKey)}
      {...drop}
    >
      {isOpen === undefined ? (
        <span class="fold" />
      ) : (
        // Arrow keys do the same.
        <button type="button" class="fold" tabIndex={-1} aria-hidden="true" onClick={alone(onFold)}>
          <Icon name={isOpen ? 'down' : 'right'} />
        </button>
      )}
      <span class="side-link">
        <i class="dot" style={{ '--dot': tagColor(tag ?? node) }} />
        <bdi class="name">{node.label}</bdi> {tag && <span class="n">{number(node.papers)}</span>}
      </span>
      {tag && (
        <button
          type="button"
          class="edit"
          tabIndex={isActive ? 0 : -1}
          aria-label={t('shelfTagEdit', node.name)}
          onClick={alone(() => actions.onEdit(tag.id))}
        >
          <Icon name="more" />
        </button>
      )}
    </div>
  );
}
