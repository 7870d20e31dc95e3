import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heights } from '../../src/ui/list/heights';

test('says where each row is and which row is where, whatever was measured', () => {
  const measured = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 400 })), { maxLength: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), measured, (count, sizes) => {
      const heights = new Heights(count, 70);
      const plain = Array.from({ length: count }, () => 70);
      for (const [index, height] of sizes) {
        heights.set(index, height);
        if (index < count) plain[index] = height;
      }
      let top = 0;
      for (const [index, height] of plain.entries()) {
        expect(heights.top(index)).toBe(top);
        expect(heights.at(top)).toBe(index);
        expect(heights.at(top + height - 0.5)).toBe(index);
        top += height;
      }
      expect(heights.total).toBe(top);
      expect(heights.at(-5)).toBe(0);
      expect(heights.at(top + 1000)).toBe(count - 1);
    }),
  );
});
