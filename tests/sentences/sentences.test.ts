import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/sentences/sentences.ts';

/** Texts with a bar where a reader would take a breath between two sentences. */
const GERMAN = `
Das ist gut. | Das ist besser.
Wir treffen uns am 3. Mai in Köln. | Dort ist es warm.
Der Umsatz stieg 2023. | Der Gewinn fiel.
Am 21. 7. 2023 war es so weit. | Dann kam der Herbst.
Viele Städte, z. B. Berlin und Hamburg, wachsen. | Andere schrumpfen.
Viele Städte, z.B. Berlin, wachsen.
Das gilt, d. h. Kinder zahlen nichts. | Alle anderen zahlen.
Dr. Müller und Prof. Schmidt kamen. | Sie gingen früh.
Prof. Dr. med. Anna Weiß leitet das Institut.
Sie zahlten 5 Mio. Euro. | Er zahlte 3 Mrd. Dollar.
Es kostet 5 Mio. | Das ist viel.
Äpfel, Birnen usw. | Die Kirschen fehlten.
Äpfel, Birnen usw. lagen bereit.
Siehe Nr. 5 der Liste. | Sie ist lang.
Abb. 3 zeigt den Verlauf. | Tab. 2 nennt die Zahlen.
Nach Art. 5 Abs. 2 ist das verboten.
Er ist von besonderer Art. | Menschen mögen ihn.
J. K. Rowling schrieb weiter. | Ihr Verlag wartete.
Am Ende fehlte Vitamin C. | Das war neu.
„Kommst du?“, fragte sie. | Er nickte.
„Komm!“ rief sie. | Er kam.
„Das ist gut.“ | Er ging.
»Warum?« fragte er. | »Darum.«
Er sagte: „Das reicht.“ | Dann ging er.
Was nun? | Niemand weiß es! | Wirklich niemand.
Papst Johannes Paul II. besuchte Polen. | Es regnete.
Der 1. FC Köln gewann. | Die Fans sangen.
Im 19. Jahrhundert war das anders. | Heute nicht.
Das 2. Quartal war gut. | Das dritte auch.
Sie wohnt in der Hauptstr. 7. | Er nebenan.
Die Firma, ggf. Tochterfirmen, haftet. | Wir nicht.
Vgl. Meyer, der es anders sieht. | Niemand folgt ihm.
Der Preis lag bei 3.800 Euro. | Das war 2,5-mal so viel.
Um 15.30 Uhr begann es. | Um 17 Uhr war Schluss.
Er heißt Karl d. Große und lebte um 800 n. Chr. in Aachen.
Der Kurs der Apple Inc. | Die Aktie fiel.
Hr. Meier und Fr. Huber sind da. | Alle warten.
Das Paket (ca. 3 kg) kam an. | Es war leer.
Sie sprach (wie immer). | Er schwieg.
Die Seite example.org. | Die Adresse stimmt.
`;
const ENGLISH = `
This is good. | That is better.
Mr. Smith met Mrs. Jones. | They left early.
Dr. Brown of St. Mary's spoke. | Nobody listened.
She lives in the U.S. | The house is old.
The U.S. Senate voted. | It passed.
He came at 5 p.m. | Then he left.
He came at 5 p.m. on Friday. | She did not.
Apple Inc. reported results. | The market cheered.
Fruit, e.g. apples, is healthy. | Sugar is not.
That is, i.e. Monday, too late. | We know.
See No. 5 on the list. | It is long.
He said no. | I agreed.
See Fig. 3 and p. 12. | They show it.
J. K. Rowling wrote more. | Her editor waited.
George W. Bush won. | Gore lost.
“Stop!” he said. | She stopped.
“Why?” asked the man. | Nobody knew.
“It is done.” | He left.
She said, “It is done.” | He left.
What now? | Nobody knows! | Really nobody.
It cost $3.5 million. | That was a lot.
Sales rose in 2023. | Profits fell.
They won 3-2. | We lost 1-0.
He was born on Jan. 5, 1990. | She was not.
Ten, twenty, etc. | The rest is easy.
Ten, twenty, etc. are numbers. | So is one.
Gen. Lee and Lt. Col. Ray met. | They shook hands.
Smith v. Jones was decided. | It took years.
Smith vs. Jones was decided. | It took years.
She has a Ph.D. | He has none.
She has a Ph.D. in physics. | He has none.
Version 2.0 is out. | It is fast.
Go to example.com. | The page is there.
He moved to Washington, D.C. | The job was new.
It works (mostly). | We hope so.
(It works.) | We hope so.
Wait... what? | Nothing.
Yes! | No? | Maybe.
It was 3 a.m. | Nobody slept.
The cast of Ocean's 11. | The film was long.
`;

const cases = (table: string): readonly (readonly [string, readonly string[]])[] =>
  table
    .trim()
    .split('\n')
    .map((line) => [line.replaceAll(' | ', ' '), line.split(' | ')] as const);

describe('sentences', () => {
  it('are tried on eighty texts', () => {
    expect([...cases(GERMAN), ...cases(ENGLISH)]).toHaveLength(80);
  });

  it.each(cases(GERMAN))('are those of a German reader in: %s', (text, sentences) => {
    expect(sentencesOf(text, 'de').map((one) => one.text)).toEqual(sentences);
  });

  it.each(cases(ENGLISH))('are those of an English reader in: %s', (text, sentences) => {
    expect(sentencesOf(text, 'en').map((one) => one.text)).toEqual(sentences);
  });

  it('say where they stand, and leave out nothing but blanks', () => {
    const text = '  Eins.  Zwei!\nDrei z. B. Vier? 😀 ';
    const sentences = sentencesOf(text, 'de-AT');
    for (const { text: own, start, end } of sentences) expect(text.slice(start, end)).toBe(own);
    const kept = sentences.map((one) => one.text).join('');
    expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  it('are there for any text and any language', () => {
    for (const text of ['', ' ', '.', '...', '\u0000', '\ud800', '„', '. . . .'])
      for (const lang of [undefined, '', 'xx', 'not a language', 'ja'])
        expect(sentencesOf(text, lang).every((one) => one.text.trim() !== '')).toBe(true);
  });
});
