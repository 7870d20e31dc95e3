/** A set of papers by number, a bit each: 100,000 papers are 12.5 kB, and combining two sets takes microseconds. */
export class Bits {
  readonly words: Uint32Array;

  /** Room for the numbers 0 to `size` − 1; the sets that are combined are of one size. */
  constructor(readonly size: number) {
    this.words = new Uint32Array(Math.ceil(size / 32));
  }

  add(n: number): void {
    this.words[n >>> 5] = (this.words[n >>> 5] ?? 0) | (1 << (n & 31));
  }

  has(n: number): boolean {
    return ((this.words[n >>> 5] ?? 0) & (1 << (n & 31))) !== 0;
  }

  /** Keeps what is in both. */
  and(other: Bits): this {
    for (let i = 0; i < this.words.length; i++) this.words[i] = (this.words[i] ?? 0) & (other.words[i] ?? 0);
    return this;
  }

  or(other: Bits): this {
    for (let i = 0; i < this.words.length; i++) this.words[i] = (this.words[i] ?? 0) | (other.words[i] ?? 0);
    return this;
  }

  /** Takes away what is in the other. */
  without(other: Bits): this {
    for (let i = 0; i < this.words.length; i++) this.words[i] = (this.words[i] ?? 0) & ~(other.words[i] ?? 0);
    return this;
  }

  copy(): Bits {
    const same = new Bits(this.size);
    same.words.set(this.words);
    return same;
  }

  get empty(): boolean {
    return this.words.every((word) => word === 0);
  }

  count(): number {
    let count = 0;
    for (let i = 0; i < this.words.length; i++) {
      // Sums of pairs, of fours, of eights of bits; the product adds the four bytes up. http://graphics.stanford.edu/~seander/bithacks.html
      let word = this.words[i] as number;
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return count;
  }
}
