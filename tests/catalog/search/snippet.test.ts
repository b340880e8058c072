import { expect, it } from 'vitest';
import { snippetOf } from '../../../src/catalog/search/snippet.ts';

const said = (text: string): string =>
  snippetOf(text, (word) => (word === 'Juli' ? 0 : -1))
    .pieces.map((piece) => piece.text)
    .join('');

it('keeps a heading apart from the text below it, and sentences as they are', () => {
  expect(said('Er geht.\n\n405 Tage\n\nIm Juli\n')).toBe('Er geht. 405 Tage. Im Juli');
  expect(said('Was kommt?\n\nIm Juli')).toBe('Was kommt? Im Juli');
  expect(said('(so)\n \n\nIm Juli')).toBe('so). Im Juli');
  expect(said('hart\numbrochen im Juli')).toBe('hart umbrochen im Juli');
});
