/** Sends writes that nobody waits for one by one: where one fails, the transaction does, and that is waited for. */
export function ignoreRejection(...requests: Promise<unknown>[]): void {
  for (const request of requests) request.catch(() => {});
}

/**
 * A transaction whose end nobody waits for: where the browser gives it up, as when it closes the database, its requests say
 * so, and that is waited for.
 */
export function unawaited<T extends { done: Promise<void> }>(tx: T): T {
  ignoreRejection(tx.done);
  return tx;
}
