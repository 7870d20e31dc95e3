/**
 * Records of large arrays as the browser gives them back quickest: the arrays in one file, beside the record. What else is
 * stored Chromium compresses, and taking apart the 27 MB of an index of 100,000 papers was half of the time it took to load.
 */

/** A record whose arrays are in `blob`, one behind the other: the wide ones first, since they must lie at multiples of four. */
export interface Packed {
  /** The rest of the record. */
  plain: object;
  arrays: { name: string; isWide: boolean; length: number }[];
  blob: Blob;
}

/** Packs the `Uint8Array`s and `Uint32Array`s that a record holds. */
export function pack(record: object): Packed {
  const entries = Object.entries(record);
  const wide = entries.filter(([, value]) => value instanceof Uint32Array);
  const narrow = entries.filter(([, value]) => value instanceof Uint8Array);
  const all = [...wide, ...narrow];
  return {
    plain: Object.fromEntries(entries.filter(([name]) => !all.some(([packed]) => packed === name))),
    arrays: all.map(([name, value]) => ({ name, isWide: value instanceof Uint32Array, length: value.length })),
    blob: new Blob(all.map(([, value]) => value)),
  };
}

/** The record that was packed; one that was stored as it is, unchanged. Throws what `isDamage` knows where its file is gone. */
export async function unpack<T extends object>(stored: T | Packed): Promise<T> {
  if (!('blob' in stored)) return stored;
  const bytes = await stored.blob.arrayBuffer();
  let at = 0;
  const arrays = stored.arrays.map(({ name, isWide, length }) => {
    const array = isWide ? new Uint32Array(bytes, at, length) : new Uint8Array(bytes, at, length);
    at += array.byteLength;
    return [name, array] as const;
  });
  return { ...stored.plain, ...Object.fromEntries(arrays) } as T;
}

/** Whether an error says that a packed record's file cannot be read (any more), or is too short. */
export const isDamage = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError'));
