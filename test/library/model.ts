/**
 * A model of the library, as simple as possible: papers are objects, tags are names, history is whole copies. The real
 * library must look the same after any sequence of changes.
 */
import type { Status } from '../../src/paper/paper';

export interface ModelPaper {
  n: number;
  ids: string[];
  tags: string[];
  status: Status;
  starred: boolean;
  note: string;
  savedAt: number;
  removed: boolean;
}

interface Shelf {
  papers: ModelPaper[];
  /** Names, unique ignoring case. */
  tags: string[];
}

const fold = (name: string) => name.toLowerCase();
const under = (name: string, parent: string) =>
  fold(name) === fold(parent) || fold(name).startsWith(`${fold(parent)}/`);

export class Model {
  shelf: Shelf = { papers: [], tags: [] };
  #past: Shelf[] = [];
  #future: Shelf[] = [];
  #next = 1;

  /** Runs a change. A change of nothing leaves no entry. */
  change(make: () => void): void {
    const before = structuredClone(this.shelf);
    make();
    this.shelf.tags.sort();
    if (JSON.stringify(before) === JSON.stringify(this.shelf)) return;
    this.#past.push(before);
    this.#future = [];
  }

  get canUndo() {
    return this.#past.length > 0;
  }
  get canRedo() {
    return this.#future.length > 0;
  }
  undo() {
    this.#future.push(this.shelf);
    this.shelf = this.#past.pop() as Shelf;
  }
  redo() {
    this.#past.push(this.shelf);
    this.shelf = this.#future.pop() as Shelf;
  }

  save(ids: string[], tags: string[], at: number) {
    const known = this.shelf.papers.filter((paper) => paper.ids.some((id) => ids.includes(id)));
    known.sort((a, b) => a.savedAt - b.savedAt || a.n - b.n);
    const paper: ModelPaper = known[0] ?? {
      n: this.#next++,
      ids: [],
      tags: [],
      status: 'unread',
      starred: false,
      note: '',
      savedAt: at,
      removed: false,
    };
    for (const other of known.slice(1)) join(paper, other);
    paper.ids = union(paper.ids, ids);
    if (paper.removed) Object.assign(paper, { removed: false, savedAt: at });
    this.shelf.papers = this.shelf.papers.filter((other) => !known.includes(other));
    this.shelf.papers.push(paper);
    this.tag([paper], tags, []);
  }

  /** The name of a tag as it is spelled. Creates the tag and its parents. */
  make(name: string): string {
    const known = this.shelf.tags.find((tag) => fold(tag) === fold(name));
    if (known) return known;
    const levels = name.split('/');
    const parent = levels.slice(0, -1).join('/');
    const made = parent ? `${this.make(parent)}/${levels.at(-1)}` : name;
    this.shelf.tags.push(made);
    return made;
  }

  tag(papers: ModelPaper[], add: string[], remove: string[]) {
    const made = add.map((name) => this.make(name));
    const gone = remove.map(fold);
    for (const paper of papers)
      paper.tags = union(
        paper.tags.filter((tag) => !gone.includes(fold(tag))),
        made,
      );
  }

  setTags(papers: ModelPaper[], names: string[]) {
    const made = union(
      [],
      names.map((name) => this.make(name)),
    );
    for (const paper of papers) paper.tags = made;
  }

  /** Moves tags: replaces the first part of their names, and merges them with tags that have the new names. */
  move(from: string, to: string, staying: (tag: string) => boolean = () => false) {
    const moving = this.shelf.tags.filter((tag) => under(tag, from) && !staying(tag));
    this.shelf.tags = this.shelf.tags.filter((tag) => !moving.includes(tag));
    const moved = new Map<string, string>();
    for (const tag of moving.sort((a, b) => a.length - b.length)) {
      const name = to + tag.slice(from.length);
      const known = this.shelf.tags.find((other) => fold(other) === fold(name));
      moved.set(tag, known ?? this.make(name));
    }
    for (const paper of this.shelf.papers)
      paper.tags = union(
        [],
        paper.tags.map((tag) => moved.get(tag) ?? tag),
      );
    this.keepParents();
  }

  delete(name: string) {
    this.shelf.tags = this.shelf.tags.filter((tag) => !under(tag, name));
    for (const paper of this.shelf.papers) paper.tags = paper.tags.filter((tag) => !under(tag, name));
  }

  keepParents() {
    for (const tag of [...this.shelf.tags]) {
      const parent = tag.split('/').slice(0, -1).join('/');
      if (parent) this.make(parent);
    }
  }

  /** How many papers have a tag or one below it. */
  count(name: string): number {
    return this.shelf.papers.filter(({ removed, tags }) => !removed && tags.some((tag) => under(tag, name))).length;
  }
}

const union = <T>(a: T[], b: T[]) => [...new Set([...a, ...b])];
const further: Status[] = ['unread', 'reading', 'read'];

function join(paper: ModelPaper, other: ModelPaper) {
  paper.ids = union(paper.ids, other.ids);
  paper.tags = union(paper.tags, other.tags);
  paper.starred ||= other.starred;
  if (further.indexOf(other.status) > further.indexOf(paper.status)) paper.status = other.status;
  if (!paper.note || other.note.includes(paper.note)) paper.note = other.note || paper.note;
  else if (!paper.note.includes(other.note)) paper.note += `\n\n${other.note}`;
  paper.removed &&= other.removed;
}
