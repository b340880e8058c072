import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/intake/text/read-text.ts';

function article(...lines: readonly string[]) {
  const read = readText(lines.join('\n'));
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.value;
}
const LONG =
  'Der erste Absatz ist lang genug, dass man ihm ansieht, dass er einer ist, und er hört auf.';

describe('the neighbours at the end of a text', () => {
  const five = [1, 2, 3, 4, 5].flatMap((number) => [`Absatz ${number}. ${LONG}`, '']);

  it.each([
    [['Zurück', 'Zurück', 'Davor', 'Weiter', 'Weiter', 'Danach'], 'Davor', 'Danach'],
    [['Zurück', '', 'Davor', '', 'Weiter', '', 'Danach', ''], 'Davor', 'Danach'],
    [['Weiter', 'Weiter', 'Danach: ein Titel?'], undefined, 'Danach: ein Titel?'],
    [['Zurück', 'Zurück', 'Davor', 'Weiter'], 'Davor', undefined],
    [['← Previous', 'Before', 'Next →', 'After'], 'Before', 'After'],
    [['Previous article: Before', 'Next article: After'], 'Before', 'After'],
    [['Vorheriger Artikel', 'Davor', 'Nächster Artikel', 'Danach'], 'Davor', 'Danach'],
  ])('are taken off: %j', (foot, previous, next) => {
    const read = article('Ein Titel', '', ...five, ...foot);
    expect([read.previous?.title, read.next?.title]).toEqual([previous, next]);
    expect(read.markdown.split('\n\n')).toEqual(five.filter((line) => line !== ''));
  });

  it('are no words in the middle of a text', () => {
    const read = article('Ein Titel', '', 'Weiter', '', LONG, '', 'Es ging zurück', '', LONG);
    expect([read.previous, read.next]).toEqual([undefined, undefined]);
    expect(read.markdown).toContain('Weiter');
  });
});

describe('the head of a text', () => {
  it('is its title, who wrote it and when', () => {
    expect(
      article(
        'Ein Titel',
        'Von Anna Beispiel und Karl von der Mühle',
        '28. August 2024, 14 Uhr',
        '',
        LONG,
      ),
    ).toMatchObject({
      title: 'Ein Titel',
      authors: ['Anna Beispiel', 'Karl von der Mühle'],
      date: '2024-08-28',
      lang: 'de',
      markdown: LONG,
    });
    expect(
      article('A Title', 'By Ann Example | March 3, 2024 | 5 min read', '', LONG),
    ).toMatchObject({
      authors: ['Ann Example'],
      date: '2024-03-03',
    });
  });

  it('may have a teaser above the byline, and a title of two lines', () => {
    const read = article(
      'Ein Titel',
      '',
      'Ein Vorspann.',
      '',
      'Von Max Muster',
      'Stand: 12.03.2024',
      '',
      LONG,
    );
    expect(read).toMatchObject({ authors: ['Max Muster'], date: '2024-03-12' });
    expect(read.markdown).toBe(`Ein Vorspann.\n\n${LONG}`);
    expect(article('Ein Titel, der', 'weitergeht', '', LONG).title).toBe(
      'Ein Titel, der weitergeht',
    );
  });

  it('is that of a mail, without its signature', () => {
    const read = article(
      'From: "Ann Example" <ann@example.org>',
      'Subject: Re: The plan',
      'Date: Tue, 27 Aug 2024 10:00:00 +0200',
      '',
      'Hello.',
      '',
      '-- ',
      'Ann',
    );
    expect(read).toMatchObject({ title: 'The plan', authors: ['Ann Example'], date: '2024-08-27' });
    expect(read.markdown).toBe('Hello.');
  });

  it('is none where the text begins with a sentence', () => {
    expect(article(`${LONG} ${LONG} ${LONG}`).title).toBeUndefined();
    expect(article('Von Haus aus war er Bäcker.', '', LONG).authors).toEqual([]);
  });
});

describe('paragraphs', () => {
  it('are joined where they were wrapped, words parted by hyphens too', () => {
    const read = article(
      'Titel',
      '',
      'Dies ist ein Absatz, der von Hand umbrochen wurde, damit er in ein Fens-',
      'ter passt. Er handelt vom Ein- und Ausgang der E-Mails, ist KI-',
      'gestützt und gut.',
      '   Der zweite ist eingerückt und geht bis zum Rand der Zeile, so wie man',
      'es früher machte.',
    );
    expect(read.markdown.split('\n\n')).toEqual([
      'Dies ist ein Absatz, der von Hand umbrochen wurde, damit er in ein Fenster passt. Er handelt vom Ein- und Ausgang der E-Mails, ist KI-gestützt und gut.',
      'Der zweite ist eingerückt und geht bis zum Rand der Zeile, so wie man es früher machte.',
    ]);
  });

  it('are lines, where a page was copied without blank ones', () => {
    const read = article('Titel', '', `${LONG} ${LONG}`, 'Zwischentitel', `${LONG} ${LONG}`, LONG);
    expect(read.markdown.split('\n\n')).toEqual([
      `${LONG} ${LONG}`,
      '## Zwischentitel',
      `${LONG} ${LONG}`,
      LONG,
    ]);
  });

  it('keep the lines of verse and of an address', () => {
    const verse = [
      'Wer reitet so spät durch Nacht und Wind?',
      'Es ist der Vater mit seinem Kind;',
      'Er hat den Knaben wohl in dem Arm,',
      'Er faßt ihn sicher, er hält ihn warm.',
    ];
    expect(article('Erlkönig', '', ...verse).markdown).toBe(verse.join('\\\n'));
  });
});

describe('what a text has beside paragraphs', () => {
  it('is headings, underlined or short before prose', () => {
    const read = article(
      'Titel',
      '=====',
      '',
      LONG,
      '',
      'Ein Abschnitt',
      '-------------',
      '',
      LONG,
      '',
      'Noch einer',
      '',
      LONG,
    );
    expect(read.title).toBe('Titel');
    expect(read.markdown.match(/^#+ .*$/gm)).toEqual(['### Ein Abschnitt', '## Noch einer']);
  });

  it('is lists, of any mark and depth, with lines that go on', () => {
    const read = article(
      'Titel',
      '',
      LONG,
      '',
      '• eins, das',
      '  weitergeht',
      '• zwei',
      '    • darunter',
      '',
      '1) erstens',
      '2) zweitens',
    );
    expect(read.markdown.split('\n\n').slice(1)).toEqual([
      '- eins, das weitergeht\n- zwei\n   - darunter',
      '1. erstens\n2. zweitens',
    ]);
    expect(article('Titel', '', '1. August ist ein Feiertag in der Schweiz.').markdown).toBe(
      '1\\. August ist ein Feiertag in der Schweiz.',
    );
  });

  it('is quotes within quotes', () => {
    expect(article('Titel', '', LONG, '', '> Am Montag:', '>> Ja.', '> Nein.').markdown).toContain(
      '> Am Montag:\n>\n> > Ja.\n>\n> Nein.',
    );
  });

  it.each([
    ['blanks', ['Name       Punkte', 'Ann           100', 'Bob         1.200']],
    ['tabs', ['Name\tPunkte', 'Ann\t100', 'Bob\t1.200']],
    ['bars', ['| Name | Punkte |', '|------|--------|', '| Ann | 100 |', '| Bob | 1.200 |']],
  ])('is a table, with %s between its columns', (_, lines) => {
    expect(article('Titel', '', LONG, '', ...lines).markdown.split('\n\n')[1]).toBe(
      '| Name | Punkte |\n| --- | ---: |\n| Ann | 100 |\n| Bob | 1.200 |',
    );
  });

  it('is code, and rules', () => {
    const read = article(
      'Titel',
      '',
      LONG,
      '',
      '    if (a) {',
      '      b();',
      '    }',
      '',
      '* * *',
      '',
      LONG,
    );
    expect(read.markdown).toContain('```\nif (a) {\n  b();\n}\n```\n\n* * *');
  });

  it('is every sign as it stands, and addresses that lead somewhere', () => {
    const line =
      'Ein *Stern*, [Klammern](x), 3 < 4, `Code`, a_b, _c_, &amp; und https://e.org/a_b*c.';
    expect(article('Titel', '', line).markdown).toBe(
      'Ein \\*Stern\\*, \\[Klammern\\](x), 3 \\< 4, \\`Code\\`, a_b, \\_c\\_, \\&amp; und https://e.org/a_b*c.',
    );
    expect(article('Titel', '', '# kein Titel', '', '+ kein Punkt').markdown).toBe(
      '\\# kein Titel\n\n\\+ kein Punkt',
    );
  });

  it('is nothing', () => {
    expect(readText(' \n\t\n')).toEqual({ kind: 'refused', reason: 'empty' });
  });
});
