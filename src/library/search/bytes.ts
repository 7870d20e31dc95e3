/**
 * Writes and reads byte arrays. Whole numbers take as few bytes as they need (LEB128: seven bits per byte, lowest
 * first).
 */

/** A growing byte array. */
export class ByteWriter {
  length = 0;
  private room: Uint8Array<ArrayBuffer>;

  constructor(expected = 1024) {
    this.room = new Uint8Array(expected);
  }

  byte(value: number): void {
    if (this.length === this.room.length) this.grow(1);
    this.room[this.length++] = value;
  }

  /** A whole number, 0 to 2³² − 1. */
  number(value: number): void {
    if (this.length + 5 > this.room.length) this.grow(5);
    let rest = value;
    while (rest > 127) {
      this.room[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.room[this.length++] = rest;
  }

  all(bytes: Uint8Array, from = 0, to = bytes.length): void {
    const count = to - from;
    if (this.length + count > this.room.length) this.grow(count);
    this.room.set(bytes.subarray(from, to), this.length);
    this.length += count;
  }

  /** Appends everything that another writer holds. */
  append(other: ByteWriter): void {
    this.all(other.room, 0, other.length);
  }

  /** Discards the content and keeps the memory. */
  clear(): void {
    this.length = 0;
  }

  /** A copy of what was written. */
  done(): Uint8Array<ArrayBuffer> {
    return this.room.slice(0, this.length);
  }

  private grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.room.length * 2, this.length + by));
    larger.set(this.room.subarray(0, this.length));
    this.room = larger;
  }
}

/** Reads what `ByteWriter` wrote. Reading past the end gives zeros. */
export class ByteReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  number(): number {
    let byte = this.bytes[this.at++] ?? 0;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }
}

/** Compares byte arrays lexicographically; for UTF-8 this is the order of code points. Negative if `a` comes first. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Whether `bytes` starts with `prefix`. */
export const beginsWith = (bytes: Uint8Array, prefix: Uint8Array): boolean => {
  if (bytes.length < prefix.length) return false;
  for (let i = 0; i < prefix.length; i++) if (bytes[i] !== prefix[i]) return false;
  return true;
};
