/**
 * Marks the rejection of requests as handled. If a request fails, its transaction fails too, and the caller waits for
 * that.
 */
export function ignoreRejection(...requests: Promise<unknown>[]): void {
  for (const request of requests) request.catch(() => {});
}

/**
 * Marks the rejection of a transaction's end as handled. If the browser aborts it, its requests fail too, and the
 * caller waits for those.
 */
export function unawaited<T extends { done: Promise<void> }>(tx: T): T {
  ignoreRejection(tx.done);
  return tx;
}
