/** A checksum over texts, to detect truncated or edited files. Not a signature: anyone can compute it. */
export class Checksum {
  private a = 0xdeadbeef;
  private b = 0x41c6ce57;

  add(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      this.a = Math.imul(this.a ^ unit, 0x9e3779b1);
      this.b = Math.imul(this.b ^ unit, 0x5f356495);
    }
  }

  /** 16 hexadecimal digits. */
  toString(): string {
    const hex = (n: number) => ((n ^ (n >>> 15)) >>> 0).toString(16).padStart(8, '0');
    return hex(this.a) + hex(this.b);
  }
}
