/** Sends writes that nobody waits for one by one: where one fails, the transaction does, and that is waited for. */
export function send(...requests: Promise<unknown>[]): void {
  for (const request of requests) request.catch(() => {});
}
