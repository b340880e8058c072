import { expect, it } from 'vitest';
import { breakClass, classify } from '../../../src/typeset/text/break-classes.ts';

it('classes known by heart are those of the lists', () => {
  for (let code = 0; code < 0x30_00; code++) {
    expect(breakClass(code), code.toString(16)).toBe(classify(code));
  }
});
