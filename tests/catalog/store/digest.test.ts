import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOf } from '../../../src/catalog/store/digest.ts';

it('names equal bytes alike wherever they lie, and others otherwise', () => {
  const bytes = fc.uint8Array({ maxLength: 40 });
  fc.assert(
    fc.property(bytes, bytes, fc.nat(7), (one, other, offset) => {
      const moved = new Uint8Array(offset + one.length);
      moved.set(one, offset);
      expect(digestOf(moved.subarray(offset))).toBe(digestOf(one));
      const isEqual = Buffer.compare(one, other) === 0;
      expect(digestOf(one) === digestOf(other)).toBe(isEqual);
      for (let at = 0; at < one.length; at++) {
        const changed = Uint8Array.from(one);
        changed[at] = (changed[at] ?? 0) ^ (1 << offset);
        expect(digestOf(changed)).not.toBe(digestOf(one));
      }
    }),
  );
});
