// A library in which every article, name and field is an attempt. It runs nothing.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ATTACKS, type Attack, BYTE_ATTACKS } from './attacks.ts';
import { BODY_PLACES, MATTER_STYLES, matter } from './places.ts';

/** Attacks in one article: fewer articles read sooner, and each still has its own blocks. */
const PACK = 8;

export interface HostileLibrary {
  readonly folder: string;
  /** Ids of articles with attacks in their bodies, and in their front matter. */
  readonly bodies: readonly string[];
  readonly matters: readonly string[];
  /** Attacks times places. */
  readonly count: number;
}

/** Writes the library below `home`. */
export function writeHostileLibrary(home: string): HostileLibrary {
  const folder = join(home, 'library');
  const bodies: string[] = [];
  const matters: string[] = [];
  const write = (series: string, name: string, bytes: string | Buffer, ids: string[]): void => {
    mkdirSync(join(folder, series), { recursive: true });
    writeFileSync(join(folder, series, `${name}.md`), bytes);
    ids.push(`${series}/${name}`);
  };
  for (let from = 0; from < ATTACKS.length; from += PACK) {
    const name = `pack${String(from).padStart(4, '0')}`;
    write('body', name, packed(ATTACKS.slice(from, from + PACK)), bodies);
  }
  BYTE_ATTACKS.forEach(({ bytes }, index) => {
    write('bytes', `bytes${index}`, bytes, bodies);
  });
  const raw = ATTACKS.filter(({ name }) => !name.includes(';') && !name.includes('9,999'));
  raw.forEach((attack, index) => {
    MATTER_STYLES.forEach((style, of) => {
      write('matter', `field${index}s${of}`, matter(attack.text, style.write), matters);
    });
  });
  ATTACKS.filter(({ name }) => name.includes(';')).forEach((attack, index) => {
    if (index % 5 === 0)
      write(
        'matter',
        `encoded${index}`,
        matter(attack.text, MATTER_STYLES[0]?.write ?? String),
        matters,
      );
  });
  raw.forEach(({ text }, index) => {
    const style = MATTER_STYLES[index % MATTER_STYLES.length];
    const field = (name: string): string => `${name}: ${style?.write(`${name} ${text}`)}`;
    mkdirSync(join(folder, `series${index}`), { recursive: true });
    writeFileSync(
      join(folder, `series${index}`, 'series.yaml'),
      ['title', 'summary', 'lang', 'order'].map(field).join('\n'),
    );
    writeFileSync(join(folder, `series${index}`, 'one.md'), `# One\n\nBody\n`);
    writeFileSync(join(folder, `series${index}`, fileName(text)), `Body\n`);
    mkdirSync(join(folder, fileName(text).replace(/\.md$/, '')), { recursive: true });
    writeFileSync(join(folder, fileName(text).replace(/\.md$/, ''), 'two.md'), '# Two\n\nBody\n');
  });
  const inFields = matters.length * 12 + raw.length * 6;
  return {
    folder,
    bodies,
    matters,
    count: ATTACKS.length * BODY_PLACES.length + BYTE_ATTACKS.length * 2 + inFields,
  };
}

function packed(attacks: readonly Attack[]): string {
  const blocks = attacks.flatMap(({ text }) => BODY_PLACES.map(({ write }) => `${write(text)}\n`));
  return `# Title\n\n${blocks.join('\n')}`;
}

/** What a file system takes for a name: no NUL, no slash, at most 255 bytes, nothing that is skipped. */
export function fileName(text: string): string {
  const name = text.replace(/[\0/]/g, '').replace(/^\.+/, '');
  let cut = `name ${name}`;
  while (Buffer.byteLength(cut) > 240) cut = cut.slice(0, -1);
  return `${cut}.md`;
}
