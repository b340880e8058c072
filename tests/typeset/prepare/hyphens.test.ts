import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/typeset/prepare/hyphen-languages.ts';
import { loadHyphens } from '../../../src/typeset/prepare/hyphens.ts';
import { texts } from '../texts.ts';

let german: (text: string) => string;

/** The text with `-` for each soft hyphen. */
function shown(text: string): string {
  return german(text).replaceAll('\u00ad', '|');
}

beforeAll(async () => {
  german = (await loadHyphens('de'))!;
});

describe('loadHyphens', () => {
  it('changes nothing but by adding soft hyphens, and adds none twice', () => {
    const words = fc.array(
      fc.constantFrom('Silbentrennung', 'künstliche', 'Rechenzentren', ' ', '-'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          texts,
          words.map((list) => list.join('')),
        ),
        (text) => {
          const set = german(text);
          expect(set.replaceAll('\u00ad', '')).toBe(text.replaceAll('\u00ad', ''));
          expect(german(set)).toBe(set);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    // As Duden divides them.
    'Ab|sichts|er|klä|rung',
    'Auf|trags|ein|gang',
    'Be|schäf|tig|ten',
    'Be|triebs|er|geb|nis',
    'Cloud|an|bie|ter',
    'Ein|stel|lungs|stopp',
    'Ge|winn|bei|trag',
    'Halb|lei|ter|indus|trie',
    'her|aus|brin|gen',
    'In|fra|struk|tur',
    'künst|li|che',
    'Ma|schine',
    'Netz|werk|tech|nik',
    'Rechts|an|walt',
    'Re|chen|zen|trum',
    'Selbst|ver|pflich|tung',
    'Stra|ßen|bahn',
    'Ver|öf|fent|li|chung',
    'Wett|be|werb',
    'Zu|cker',
    'Zah|lungs|dienst|leis|ter',
    'Bild|er|ken|nungs|soft|ware',
  ])('allows in German %s', (word) => {
    const own = shown(word.replaceAll('|', ''));
    // Each break that is offered must be one of Duden's; the patterns may know fewer.
    expect(own.replaceAll('|', '')).toBe(word.replaceAll('|', ''));
    const places = (marked: string): readonly number[] =>
      marked
        .split('|')
        .slice(0, -1)
        .map((_, k, parts) => parts.slice(0, k + 1).join('').length);
    for (const place of places(own)) expect(places(word)).toContain(place);
    expect(places(own).length).toBeGreaterThan(0);
  });

  it.each([
    'OpenAI',
    'GmbH',
    'NASDAQ',
    'https://beispiel.de/nachrichten',
    'nachrichten.beispiel.de',
    'src/nachrichten',
    'nachrichten_liste',
    'Q2-Ergebnisse2',
    '--nachrichten',
    'Abend',
    'Silben\u00adtrennung',
    'name@beispiel.de',
    'wouldn’t',
  ])('leaves „%s“ whole', (word) => {
    expect(german(word)).toBe(word);
  });

  it('keeps an added hyphen away from one that is there', () => {
    expect(shown('KI-optimierten')).toBe('KI-optimier|ten');
    expect(shown('US-Dollar')).toBe('US-Dollar');
    expect(shown('Rechenzentrums-Betreiber')).toBe('Re|chen|zen|trums-Betrei|ber');
  });

  it('marks words among signs and quotation marks', () => {
    expect(shown('(„Rechenzentren“, Belegschaft.)')).toBe('(„Re|chen|zen|tren“, Be|leg|schaft.)');
  });

  it('takes the nearest language it has, and none for one it has not', async () => {
    expect(await loadHyphens('de-AT')).toBe(german);
    expect(await loadHyphens('DE_de')).toBe(german);
    expect(await loadHyphens('tlh')).toBeUndefined();
    expect(await loadHyphens('')).toBeUndefined();
    const english = await loadHyphens('en-US');
    expect(english?.('hyphenation')).toBe('hy\u00adphen\u00adation');
  });

  it('has patterns behind every language it names', async () => {
    for (const lang of Object.keys(LANGUAGES)) {
      expect((await loadHyphens(lang))?.('a b')).toBe('a b');
    }
  });
});
