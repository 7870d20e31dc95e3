/** The error that every function of the library throws. Nothing was changed when it is thrown. */
export class LibraryError extends Error {
  override name = 'LibraryError';
  constructor(
    /**
     * `full`: quota exceeded. `blocked`: another tab holds an older version open. `newer`: the database has a later
     * version. `closed`: the browser closed it. `invalid`: the input cannot be stored. `missing`: the record does not
     * exist. `refused`: the caller may not do this.
     */
    readonly code: 'full' | 'blocked' | 'newer' | 'closed' | 'invalid' | 'missing' | 'refused' | 'unknown',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
