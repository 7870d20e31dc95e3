/** What every function of the library throws when it cannot do what was asked; nothing was changed then. */
export class LibraryError extends Error {
  override name = 'LibraryError';
  constructor(
    /** `full` quota; `blocked` another tab holds an older version open; `newer` database of a later version; `closed` by the browser. */
    readonly code: 'full' | 'blocked' | 'newer' | 'closed' | 'invalid' | 'missing' | 'refused' | 'unknown',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
