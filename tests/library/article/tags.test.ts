import { expect, it } from 'vitest';
import { readArticle } from '../../../src/library/article/article.ts';
import { tagsIn } from '../../../src/library/article/markdown/tags.ts';

it('finds the tags of a text, and neither headings, anchors, colours nor code', () => {
  expect(
    tagsIn(
      '# Titel\n#garten und #wasser/pegel, (#lesen) #fff #1 C# a#b [x](#anker) `#code`\n```\n#include\n```\n#nach',
    ),
  ).toEqual(['garten', 'wasser/pegel', 'lesen', 'nach']);
  expect(tagsIn('# Nur ein Titel\n\n## Noch einer')).toEqual([]);
});

it('adds them to those of the front matter', async () => {
  const { fields } = await readArticle('---\ntags: [garten]\n---\n#garten #bienen', 'a.md');
  expect(fields.tags).toEqual(['garten', 'bienen']);
});
