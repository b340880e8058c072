// A page that was saved as one file, as browsers write it (RFC 2557).

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/intake/read-document.ts';
import { pngOfPixels } from '../../support/png.ts';
import { GERMAN } from './prose.ts';

const PNG = Buffer.from(pngOfPixels(4, 4, () => [200, 30, 30, 255]));
const lines = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');

const saved = (html: string) =>
  [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://example.org/2025/text.html',
    'Subject: Titel',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--abc----"',
    '',
    '------MultipartBoundary--abc----',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://example.org/2025/text.html',
    '',
    lines(Buffer.from(html)),
    '------MultipartBoundary--abc----',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://example.org/bild.png?utm_source=x',
    '',
    lines(PNG),
    '------MultipartBoundary--abc------',
    '',
  ].join('\r\n');

describe('a page in one file', () => {
  it('is an article from where it was saved, its pictures with it', async () => {
    const body = GERMAN.paragraphs.map((text) => `<p>${text}</p>`).join('');
    const page = `<html lang="de"><head><meta charset="utf-8"><title>${GERMAN.title}</title></head><body><article><h1>${GERMAN.title}</h1>${body}<img src="/bild.png" alt="Ein Bild"><img src="/fort.png" alt="Fort"></article></body></html>`;
    const document = await readDocument(Buffer.from(saved(page)), { name: 'x.mhtml' });
    if (document.kind !== 'article') throw new Error(document.kind);
    const { title, source, markdown, pictures } = document.article;
    expect([title, source]).toEqual([GERMAN.title, 'https://example.org/2025/text.html']);
    for (const paragraph of GERMAN.paragraphs) expect(markdown).toContain(paragraph);
    expect(pictures.map(({ address, read }) => [address, read?.()])).toEqual([
      ['https://example.org/bild.png', PNG],
      ['https://example.org/fort.png', undefined],
    ]);
  });

  it('that is cut off anywhere is read as far as it goes, or refused', async () => {
    const whole = saved(`<article><p>${GERMAN.paragraphs.join('</p><p>')}</p></article>`);
    for (let at = 0; at < whole.length; at += 97) {
      const read = await readDocument(Buffer.from(whole.slice(0, at)), { name: 'x.mhtml' });
      expect(['article', 'refused']).toContain(read.kind);
    }
  });
});
