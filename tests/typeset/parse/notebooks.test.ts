// What notebooks and site generators add to Markdown.

import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/typeset/document/document.ts';
import { MARK } from '../../../src/typeset/document/marks.ts';
import { parseDocument } from '../../../src/typeset/parse/parse-document.ts';
import { withoutForeign } from '../../../src/typeset/parse/signs/foreign.ts';
import { documentText } from '../../support/document-text.ts';

const documentOf = (markdown: string): Document => parseDocument(markdown, { title: 'x' });
const textOf = (markdown: string): string =>
  documentText(documentOf(markdown)).replace(/^x\n?/, '');
const hrefs = (markdown: string): string[] => documentOf(markdown).links.map(({ href }) => href);
const marked = (markdown: string): string[] =>
  documentOf(markdown).blocks.flatMap((block) =>
    'spans' in block
      ? block.spans
          .filter(({ marks = 0 }) => (marks & MARK.highlight) !== 0)
          .map(({ text }) => text)
      : [],
  );

describe('links of notebooks', () => {
  it.each([
    ['[[Eine Notiz]]', 'Eine Notiz', ['Eine%20Notiz']],
    ['[[notiz|so genannt]]', 'so genannt', ['notiz']],
    ['[[notiz#Ein Teil]]', 'notiz › Ein Teil', ['notiz#ein-teil']],
    ['[[#Ein Teil|hier]]', 'hier', ['#ein-teil']],
    ['[[notiz#^abc123]]', 'notiz', ['notiz']],
    ['[[ordner/notiz]]', 'ordner/notiz', ['ordner/notiz']],
    ['![[notiz]]', 'notiz', ['notiz']],
    ['![[bild.png]]', 'bild.png', ['bild.png']],
    ['![[bild.png|300]]', 'bild.png', ['bild.png']],
    ['![[bild.png|Ein Bild]]', 'Ein Bild', ['bild.png']],
    ['| a |\n| - |\n| [[notiz\\|b]] |', 'a\nb', ['notiz']],
    ['`[[code]]` und `==code==`', '[[code]] und ==code==', []],
    ['[[a]\n[b]]', '[[a] [b]]', []],
    ['[[]] und [[|x]]', '[[]] und [[|x]]', []],
  ])('%j reads %j', (markdown, text, links) => {
    expect(textOf(markdown)).toBe(text);
    expect(hrefs(markdown)).toEqual(links);
  });

  it('are none where a link is defined', () => {
    expect(hrefs('[[a]]\n\n[a]: https://example.com/')).toEqual(['https://example.com/']);
  });

  it('lead to no scheme that nobody may follow', () => {
    expect(hrefs('[[javascript:alert(1)]]')).toEqual(['./javascript%3Aalert(1)']);
  });
});

describe('marks', () => {
  it.each([
    ['Das ==ist wichtig==.', ['ist wichtig']],
    ['==Das **ganz** da==', ['Das ', 'ganz', ' da']],
    ['a==b==c, x == y, x==1 and y==2', []],
    ['====', []],
  ])('of %j', (markdown, texts) => {
    expect(marked(markdown)).toEqual(texts);
  });
});

describe('what no reader should see', () => {
  it.each([
    ['Text %%geheim%% mehr', 'Text mehr'],
    ['Davor\n\n%%\ngeheim\n\n# auch\n%%\n\nDanach', 'Davor\nDanach'],
    ['100%% sicher', '100%% sicher'],
    ['Absatz. ^mein-block', 'Absatz.'],
    ['x ^2', 'x ^2'],
    ['- Punkt ^abc123', 'Punkt'],
    ['## Kopf {#kopf}', 'Kopf'],
    ['Absatz\n{: .klasse }', 'Absatz'],
    ['{% include a.html %}\n\nText', 'Text'],
    ['{{< note >}}Gesagt{{< /note >}}', 'Gesagt'],
    ['{% quote(author="x") %}\nGesagt\n{% end %}', 'Gesagt'],
    ['{% comment %}weg{% endcomment %}da', 'da'],
    ['{% highlight ruby %}\na = "{% b %}"\n{% endhighlight %}', 'a = "{% b %}"'],
    ['{{< highlight go >}}\nx := 1\n{{< /highlight >}}', 'x := 1'],
    ['`{% raw %}` und `{{< x >}}`', '{% raw %} und {{< x >}}'],
    ['```\n{% x %}\n%%\n```', '{% x %}\n%%'],
    ['{{< figure src="a.png" alt="Ein Bild" >}}', 'Ein Bild'],
    ['Eine %-Zahl und {% ohne Ende', 'Eine %-Zahl und {% ohne Ende'],
  ])('is left out of %j', (markdown, text) => {
    expect(textOf(markdown)).toBe(text);
    expect(withoutForeign(markdown).split('\n')).toHaveLength(markdown.split('\n').length);
  });

  it('leaves addresses that it names', () => {
    expect(hrefs('[x]({{< ref "b.md" >}}) [y]({% link a.md %}) [z]({{ site.url }}/c)')).toEqual([
      'b.md',
      'a.md',
      '/c',
    ]);
  });

  it('is told, with its place', () => {
    const seen: unknown[] = [];
    withoutForeign('a\n`{% b %}` {% c %} %%d%%', (...place) => seen.push(place));
    expect(seen).toEqual([[2, 11, '{% c %}']]);
  });
});

describe('callouts', () => {
  const quote = (markdown: string): Extract<Block, { kind: 'quote' }> => {
    const [block] = documentOf(markdown).blocks;
    if (block?.kind !== 'quote') throw new Error(`no quote: ${block?.kind}`);
    return block;
  };

  it.each([
    ['> [!tip] Mein *Titel*\n> Text', 'tip', 'Mein Titel', 1],
    ['> [!warning]- Gefaltet\n> Text', 'warning', 'Gefaltet', 1],
    ['> [!faq]+\n> Text', 'important', 'Faq', 1],
    ['> [!note]\n> Text', 'note', undefined, 1],
    ['> [!danger] Nur ein Titel', 'caution', 'Nur ein Titel', 0],
    ['> [!tip] Titel\n>\n> Eins\n>\n> Zwei', 'tip', 'Titel', 2],
  ])('%j', (markdown, alert, title, blocks) => {
    const found = quote(markdown);
    expect(found.alert).toBe(alert);
    expect(found.title?.map(({ text }) => text).join('')).toBe(title);
    expect(found.blocks).toHaveLength(blocks);
  });

  it('are no quotes that begin with a link', () => {
    expect(quote('> [a](b) text').alert).toBeUndefined();
  });
});
