import type { Definition, Nodes, Parents, Table } from 'mdast';
import type { ComponentChildren, JSX } from 'preact';
import { isWeb } from '../../paper/addresses';
import { NoteText, type OnQuery } from './note-text';
import { type NoteFormula, type NoteTree, withSources } from './note-tree';

/** What drawing a node needs besides it. */
interface NoteContext {
  formulas: readonly NoteFormula[];
  /** Addresses that links refer to by a name. */
  definitions: ReadonlyMap<string, Definition>;
  onQuery: OnQuery | undefined;
  depth: number;
}

/** Deeper nodes are left out: no note of a person has them. */
const maxDepth = 60;

const below = (node: Parents, context: NoteContext): ComponentChildren =>
  context.depth > maxDepth
    ? null
    : node.children.map((child, i) => (
        <NoteNode key={i} node={child} context={{ ...context, depth: context.depth + 1 }} />
      ));

/** A link to the web; anything else is its text. Within a link nothing else is one. */
function link(address: string | undefined, text: ComponentChildren): JSX.Element {
  if (!isWeb(address)) return <>{text}</>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}

function NoteTable({ node, context }: { node: Table; context: NoteContext }) {
  const [head, ...rows] = node.children;
  const cells = (row: Table['children'][number], Cell: 'th' | 'td') => (
    <tr>
      {row.children.map((cell, i) => (
        <Cell key={i} style={{ textAlign: node.align?.[i] ?? 'start' }}>
          {below(cell, context)}
        </Cell>
      ))}
    </tr>
  );
  return (
    <div class="note-table">
      <table>
        {head && <thead>{cells(head, 'th')}</thead>}
        <tbody>{rows.map((row) => cells(row, 'td'))}</tbody>
      </table>
    </div>
  );
}

/** A node of a note as an element of ours. Markup in a note is text. An image is a link to it: nothing is loaded. */
function NoteNode({ node, context }: { node: Nodes; context: NoteContext }): JSX.Element | null {
  const inLink = { ...context, onQuery: undefined };
  const text = (value: string, own = context) => (
    <NoteText text={value} formulas={own.formulas} onQuery={own.onQuery} />
  );
  switch (node.type) {
    case 'text':
      return text(node.value);
    case 'html':
      return <>{withSources(node.value, context.formulas)}</>;
    case 'paragraph':
      return <p>{below(node, context)}</p>;
    case 'heading':
      return <p class={`note-heading level-${Math.min(node.depth, 3)}`}>{below(node, context)}</p>;
    case 'emphasis':
      return <em>{below(node, context)}</em>;
    case 'strong':
      return <strong>{below(node, context)}</strong>;
    case 'delete':
      return <del>{below(node, context)}</del>;
    case 'inlineCode':
      return <code>{withSources(node.value, context.formulas)}</code>;
    case 'code':
      return <pre>{withSources(node.value, context.formulas)}</pre>;
    case 'blockquote':
      return <blockquote>{below(node, context)}</blockquote>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'list':
      if (!node.ordered) return <ul>{below(node, context)}</ul>;
      return <ol start={node.start === 1 ? undefined : (node.start ?? undefined)}>{below(node, context)}</ol>;
    case 'listItem':
      return <NoteItem node={node} context={context} />;
    case 'link':
      return link(node.url, below(node, inLink));
    case 'linkReference':
      return link(context.definitions.get(node.identifier)?.url, below(node, inLink));
    case 'image':
      return link(node.url, node.alt || node.url);
    case 'imageReference':
      return link(context.definitions.get(node.identifier)?.url, node.alt || node.identifier);
    case 'table':
      return <NoteTable node={node} context={context} />;
    case 'footnoteReference':
      return <sup>{node.label ?? node.identifier}</sup>;
    case 'footnoteDefinition':
      return (
        <div class="note-foot">
          <sup>{node.label ?? node.identifier}</sup>
          {below(node, context)}
        </div>
      );
    default:
      return null;
  }
}

/** An item of a list; one of a task list shows whether it is done. A single paragraph is drawn without its own space. */
function NoteItem({ node, context }: { node: Nodes & { type: 'listItem' }; context: NoteContext }) {
  const isTask = typeof node.checked === 'boolean';
  const children = node.children.map((child, i) =>
    child.type === 'paragraph' && !node.spread ? (
      below(child, context)
    ) : (
      <NoteNode key={i} node={child} context={{ ...context, depth: context.depth + 1 }} />
    ),
  );
  return (
    <li class={isTask ? 'task' : undefined}>
      {isTask && (
        <span class="task-box" role="img" aria-label={node.checked ? '☑' : '☐'}>
          {node.checked ? '☑' : '☐'}
        </span>
      )}
      {context.depth > maxDepth ? null : children}
    </li>
  );
}

/** A note that was read, drawn. */
export function NoteNodes({ tree, onQuery }: { tree: NoteTree; onQuery: OnQuery | undefined }) {
  const definitions = new Map<string, Definition>();
  for (const node of tree.root.children)
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  const context: NoteContext = { formulas: tree.formulas, definitions, onQuery, depth: 0 };
  return <>{below(tree.root, context)}</>;
}
