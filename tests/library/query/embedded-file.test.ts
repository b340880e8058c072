import { resolve, sep } from 'node:path';
import { expect, it } from 'vitest';
import { embeddedFile } from '../../../src/library/query/embedded-file.ts';

const FILES = ['/v/a/b/x.png', '/v/attachments/y.png', '/v/a/images/z.png', '/v/z.png'];
const found = (name: string) =>
  embeddedFile(name, resolve('/v/a/b/note.md'), (path) =>
    FILES.some((one) => resolve(one) === path),
  )
    ?.replace(/^[A-Z]:/, '')
    .replaceAll(sep, '/');

it('finds what a note embeds beside it, in folders for such files, and above', () => {
  expect(found('x.png')).toBe('/v/a/b/x.png');
  expect(found('y.png')).toBe('/v/attachments/y.png');
  expect(found('z.png')).toBe('/v/a/images/z.png');
  expect(found('fehlt.png')).toBeUndefined();
});
