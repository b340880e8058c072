import { describe, expect, it } from 'vitest';
import { isRelative, linkFault } from '../../src/check/check-links.ts';
import { checkSeries } from '../../src/check/check-series.ts';
import { linkIndex } from '../../src/library/query/link-target.ts';

describe('checking the files of a folder', () => {
  it.each([
    [['01-a.md', '02-b.md', '03-c.md']],
    [['00-intro.md', '01-a.md']],
    [['a.md', 'b.md', '2024-08-28-c.md']],
    [['1984-a-novel.md']],
    [[]],
  ])('finds nothing in %j', (files) => {
    expect(checkSeries(files, true)).toEqual([]);
  });

  it.each([
    [['01-a.md', '04-b.md'], { file: '04-b.md', code: 'place-missing', from: 2, to: 3 }],
    [['02-a.md'], { file: '02-a.md', code: 'place-missing', from: 1, to: 1 }],
    [['01-a.md', '1-b.md'], { code: 'place-double', number: 1 }],
    [['01-a.md', '02-a.md'], { file: '02-a.md', code: 'id-double', slug: 'a', other: '01-a.md' }],
    [['…….md'], { file: '…….md', code: 'id-missing' }],
    [['2024-02-30-a.md'], { code: 'name-date', value: '2024-02-30' }],
  ])('finds in %j what is wrong', (files, fault) => {
    expect(checkSeries(files, true)).toMatchObject([fault]);
  });

  it('leaves places alone where dates give the order', () => {
    expect(checkSeries(['01-a.md', '04-b.md'], false)).toEqual([]);
  });
});

describe('checking a link', () => {
  const { target: leads } = linkIndex(
    [{ id: 's/b', slug: 'b', series: 's', path: '/lib/s/b.md' }],
    (path) => ['/lib/t/c d.md', '/lib/s/p.png'].includes(path),
  );
  const anchors = (path: string) => (path.endsWith('.md') ? ['here'] : undefined);
  const from = { path: '/lib/s/a.md', series: 's' };
  const fault = (href: string) => {
    const found = isRelative(href) ? leads(from, href) : undefined;
    const file = found?.kind === 'here' ? from : found?.kind === 'article' ? found.card : found;
    return linkFault({ target: href, href }, file?.path, anchors);
  };

  it.each([
    ['b.md'],
    ['./b.md#here'],
    ['b'],
    ['s/b'],
    ['../t/c%20d.md'],
    ['#here'],
    ['p.png'],
    ['https://example.org/x#y'],
    ['mailto:a@example.org'],
    ['//example.org'],
    ['b.md?x=1#here'],
    ['#'],
  ])('lets %s be', (target) => {
    expect(fault(target)).toBeUndefined();
  });

  it.each([
    ['c.md', 'link-dead'],
    ['/lib/s/b.md', 'link-dead'],
    ['b.md#there', 'heading-missing'],
    ['#there', 'heading-missing'],
    ['javascript:x', 'link-unsafe'],
    ['FILE:///etc/passwd', 'link-unsafe'],
    ['https://', 'link-dead'],
    ['%ff.md', 'link-dead'],
  ])('stumbles over %s: %s', (target, code) => {
    expect(fault(target)).toMatchObject({ code });
  });
});
