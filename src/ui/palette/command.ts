/** What the palette can do: an action, or a place to go to. */
export interface Command {
  /** Unique among all. */
  id: string;
  /** As on its button. */
  name: string;
  /** The key that does the same, as its label. */
  keyLabel?: string;
  run(): void;
}

/** Commands under a heading. */
export interface CommandGroup {
  title: string;
  commands: readonly Command[];
}
