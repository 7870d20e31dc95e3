/** Values of work that must survive the death of the worker. They are in the store of counters, under names of their own. */
import type { Connection } from './db/connection';
import { ignoreRejection } from './db/ignore-rejection';

const key = (name: string): string => `kept:${name}`;

export const kept = ({ read }: Connection, name: string): Promise<unknown> =>
  read(['state'], async (tx) => {
    const record: unknown = await tx.objectStore('state').get(key(name));
    return (record as { value: unknown } | undefined)?.value;
  });

export const keep = ({ write }: Connection, values: Readonly<Record<string, unknown>>): Promise<void> =>
  write(async (tx) => {
    for (const [name, value] of Object.entries(values)) {
      const store = tx.objectStore('state');
      // Handle each rejection at once: the transaction reports it.
      ignoreRejection(value === undefined ? store.delete(key(name)) : store.put({ key: key(name), value } as never));
    }
  });
