import { describe, expect, it } from 'vitest';
import { decode, isText } from '../../src/intake/charset.ts';
import { windows1252 } from '../../src/intake/windows-1252.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([...part]),
    ),
  );

/** Cyrillic small letters in KOI8-R, by their order there. */
const KOI = 'юабцдефгхийклмнопярстужвьызшэщчъ';
const koi8 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (sign) => {
    const at = KOI.indexOf(sign);
    return at < 0 ? sign.charCodeAt(0) : 0xc0 + at;
  });

describe('decoding', () => {
  it('lets a byte order mark decide before all that is said', async () => {
    const utf16 = Buffer.from('\ufeffGrüße', 'utf16le');
    expect(await decode(utf16, { header: 'utf-8', declares: 'html' })).toEqual({
      text: 'Grüße',
      charset: 'utf-16le',
    });
  });

  it('believes the header, then the document', async () => {
    const page = bytes('<meta charset="iso-8859-15"><p>', [0xa4], ' 5</p>');
    expect((await decode(page, { declares: 'html' })).text).toContain('€ 5');
    expect((await decode(page, { header: 'iso-8859-1', declares: 'html' })).text).toContain('¤ 5');
    const old = bytes(
      '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
      [0xc1],
    );
    expect((await decode(old, { declares: 'html' })).text.at(-1)).toBe('а');
    const xml = bytes('<?xml version="1.0" encoding="windows-1251"?>', [0xe0]);
    expect((await decode(xml, { declares: 'xml' })).text.at(-1)).toBe('а');
  });

  it('does not believe what the bytes deny', async () => {
    const utf8 = Buffer.from('<meta charset="iso-8859-1">Grüße');
    expect((await decode(utf8, { header: 'iso-8859-1', declares: 'html' })).text).toContain(
      'Grüße',
    );
    const latin = bytes('<meta charset="utf-8">Gr', [0xfc, 0xdf], 'e aus K', [0xf6], 'ln');
    expect((await decode(latin, { header: 'utf-8', declares: 'html' })).text).toContain(
      'Grüße aus Köln',
    );
  });

  it('reads windows-1252 whole, whatever Node makes of it', async () => {
    expect(windows1252(bytes([0x84], 'Zitat', [0x93, 0x20, 0x80, 0x97]))).toBe('„Zitat“ €—');
    const { text } = await decode(bytes([0x84], 'Zitat', [0x93]), {
      header: 'windows-1252',
      declares: 'nothing',
    });
    expect(text).toBe('„Zitat“');
  });

  it('guesses what nobody says', async () => {
    const russian =
      'сегодня утром в городе открылась новая библиотека и люди пришли посмотреть на книги';
    expect((await decode(koi8(russian), { declares: 'nothing' })).text).toBe(russian);
    // 今日は新しい本を読みました。図書館は静かです。 in Shift_JIS.
    const japanese = Buffer.from(
      '8da193fa82cd905682b582a2967b82f093c782dd82dc82b582bd814290 7d8f918ad982cd90c382a982c582b78142'.replace(
        ' ',
        '',
      ),
      'hex',
    );
    expect((await decode(japanese, { declares: 'nothing' })).text).toContain(
      '新しい本を読みました',
    );
    expect(
      (await decode(bytes('F', [0xfc], 'r K', [0xf6], 'ln'), { declares: 'nothing' })).text,
    ).toBe('Für Köln');
  });

  it('keeps UTF-8 that was cut off within a sign', async () => {
    const cut = Buffer.from('Übermäßig schöne Grüße aus Köln — ').subarray(0, -2);
    expect((await decode(cut, { declares: 'nothing' })).text).toContain('Übermäßig schöne Grüße');
  });

  it('tells text from what is none', () => {
    expect(isText(Buffer.from('Ein Text\n'))).toBe(true);
    expect(isText(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]))).toBe(false);
  });
});
