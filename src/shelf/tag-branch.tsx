import { useState } from 'preact/hooks';
import { t } from '../locale';
import { Icon } from '../ui/kit/icons';
import { tagColor } from '../ui/tags/tag-color';
import { dragTag, dropped, isOwnDrag } from './drag';
import { SidebarLink } from './sidebar-link';
import type { TagNode } from './tag-tree';

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

/** A tag and, unless collapsed, the tags below it. */
export function TagBranch({ node, actions }: { node: TagNode; actions: TagActions }) {
  const [isOpen, setOpen] = useState(true);
  const { isOver, ...drop } = useDrop(node, actions);
  const { tag } = node;
  return (
    <li>
      {/* Dragging is for the mouse; by keyboard the tag's dialog does the same. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        class={isOver ? 'tag-line over' : 'tag-line'}
        draggable={tag !== undefined}
        onDragStart={(event) => tag && dragTag(event, tag.id)}
        {...drop}
      >
        {node.below.length > 0 ? (
          <button
            type="button"
            class="fold"
            aria-expanded={isOpen}
            aria-label={t('shelfTagBelow', node.name)}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'down' : 'right'} />
          </button>
        ) : (
          <span class="fold" />
        )}
        <SidebarLink
          isOn={actions.isOn(node.name)}
          papers={tag ? node.papers : undefined}
          title={node.name}
          onClick={(event) => actions.onShow(node.name, event.ctrlKey || event.metaKey)}
        >
          <i class="dot" style={{ '--dot': tagColor(tag ?? node) }} />
          <bdi class="name">{node.label}</bdi>
        </SidebarLink>
        {tag && (
          <button
            type="button"
            class="edit"
            aria-label={t('shelfTagEdit', node.name)}
            onClick={() => actions.onEdit(tag.id)}
          >
            <Icon name="more" />
          </button>
        )}
      </div>
      {isOpen && node.below.length > 0 && (
        <ul class="branch">
          {node.below.map((child) => (
            <TagBranch key={child.name} node={child} actions={actions} />
          ))}
        </ul>
      )}
    </li>
  );
}
