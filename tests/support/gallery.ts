// The gallery: each feature's document from tests/fixtures/gallery/, printed by the built program and
// by others, side by side: `npm run gallery -- GLOW VERSION` writes .github/gallery.md and its pictures.
// `BEFORE` names the launcher of an older build to print some of them too, `BAT` how bat is called. Of a
// program that is not here the picture stays that was made last.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureOf } from './pictures.ts';
import { command, ROOT } from './program.ts';
import { type PictureOptions, screenPicture } from './screen-picture.ts';

const FEATURES = [
  [
    'tables',
    'Tables',
    'fit the width, whole words first; below a readable width they are stacked.',
  ],
  ['lists', 'Lists and quotes', 'numbers aligned, items reflowed under their text, tasks once.'],
  ['code', 'Code', 'indented and highlighted from the terminal’s own colours.'],
  ['alerts', 'Alerts', 'a bar and a label in their colour, the text itself left alone.'],
  ['footnotes', 'Footnotes', 'numbered where they are called, and listed at the end.'],
] as const;
/** Documents of which pages were not always as they are. */
const CHANGED = [
  [
    'headings',
    'Headings',
    'levels told apart by space, a rule, weight and the accent; lists keep their distance.',
  ],
  [
    'readme',
    'A README',
    'badges as one quiet line, unlabelled code told from text, rows of cells that wrap apart.',
  ],
] as const;
const THEMES: readonly (readonly [theme: string, look: PictureOptions['look']])[] = [
  ['default', 'dark'],
  ['default', 'light'],
  ['dark', 'dark'],
  ['light', 'light'],
];

const TERMINALS = [
  ['xterm-sixel', 'xterm, sixel'],
  ['xterm-sixel-half', 'scrolled by half'],
  ['xterm-sixel-resized', 'the window made narrower'],
  ['xterm-blocks', 'xterm, cells of colour in 256 colours'],
  ['kitty', 'kitty 0.26, which has no placeholders: cells in 24 bits'],
  ['tmux', 'tmux, scrolled by half'],
] as const;

const [glow = 'glow', version = '2.1.2'] = process.argv.slice(2);
const github = join(ROOT, '.github');
const folder = join(github, 'pictures', 'gallery');
mkdirSync(folder, { recursive: true });

const source = (feature: string): string => join(ROOT, 'tests/fixtures/gallery', `${feature}.md`);

/** Writes a picture of the program's page; returns how the gallery shows it. */
async function page(
  feature: string,
  columns: number,
  theme: string,
  look: PictureOptions['look'],
): Promise<string> {
  const [file, before] = command();
  const args = ['read', source(feature), '--no-pager', '--theme', theme];
  const cells = await pictureOf(file, [...before, ...args], [columns, 120]);
  return picture(`${feature}-${columns}-${theme}-${look}`, cells, look, `${feature} in news`);
}

/** Whether a program can be run here. */
const has = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
const hasGlow = has(glow);
const bat = process.env['BAT'] ?? 'bat';
const hasBat = has(bat);
const before = process.env['BEFORE'];

/** A picture that was made before, or none. */
function kept(name: string, title: string): string {
  return existsSync(join(folder, `${name}.svg`)) ? link(name, title) : '–';
}

const link = (name: string, title: string): string => `![${title}](pictures/gallery/${name}.svg)`;

async function beforePage(feature: string): Promise<string> {
  const name = `${feature}-80-before`;
  const title = `${feature} in news before`;
  if (before === undefined) return kept(name, title);
  const args = [before, 'read', source(feature), '--no-pager'];
  return picture(name, await pictureOf(process.execPath, args, [80, 120]), 'dark', title);
}

async function batPage(feature: string): Promise<string> {
  const name = `${feature}-80-bat`;
  const title = `${feature} in bat`;
  if (!hasBat) return kept(name, title);
  const args = [
    '--paging=never',
    '--color=always',
    '--theme=ansi',
    '--style=plain',
    source(feature),
  ];
  return picture(name, await pictureOf(bat, args, [80, 120]), 'dark', title);
}

async function glowPage(feature: string, columns: number): Promise<string> {
  if (!hasGlow) return kept(`${feature}-${columns}-glow`, `${feature} in glow`);
  const args = ['--style', 'dark', '--width', String(columns), source(feature)];
  // glow asks a terminal for its background and waits for the answer, but not within tmux.
  const env = { TERM: 'tmux-256color', COLORTERM: 'truecolor' };
  const cells = await pictureOf(glow, args, [columns, 120], env);
  return picture(`${feature}-${columns}-glow`, cells, 'dark', `${feature} in glow`);
}

const sourceOf = (feature: string): readonly string[] => [
  '<details><summary>Source</summary>',
  '',
  '````markdown',
  readFileSync(source(feature), 'utf8').trimEnd(),
  '````',
  '',
  '</details>',
  '',
];

function picture(
  name: string,
  cells: Awaited<ReturnType<typeof pictureOf>>,
  look: PictureOptions['look'],
  title: string,
): string {
  writeFileSync(join(folder, `${name}.svg`), screenPicture(cells, { look, title }));
  return link(name, title);
}

const parts = [
  '# Gallery',
  '',
  `What \`news read\` prints, and what glow ${version} prints of the same source, both in a terminal of`,
  '80 and of 40 columns. The pictures come from the real programs, through one terminal emulator and',
  'one palette; `npm run gallery` makes them anew from the documents in `tests/fixtures/gallery/`.',
  '',
];
for (const [feature, title, says] of FEATURES) {
  parts.push(`## ${title}`, '', `In news: ${says}`, '');
  for (const columns of [80, 40]) {
    const own = await page(feature, columns, 'default', 'dark');
    const other = await glowPage(feature, columns);
    parts.push(
      `| news, ${columns} columns | glow ${version}, ${columns} columns |`,
      '| --- | --- |',
    );
    parts.push(`| ${own} | ${other} |`, '');
  }
  parts.push(...sourceOf(feature));
}
parts.push(
  '## Before and now',
  '',
  'At 80 columns: as `news` printed it earlier, as it does now, and as bat shows the source.',
  '',
);
for (const [feature, title, says] of CHANGED) {
  const now = await page(feature, 80, 'default', 'dark');
  parts.push(
    `### ${title}`,
    '',
    `Now: ${says}`,
    '',
    '| before | now | bat |',
    '| --- | --- | --- |',
  );
  parts.push(`| ${await beforePage(feature)} | ${now} | ${await batPage(feature)} |`, '');
  parts.push(...sourceOf(feature));
}
parts.push('## Themes', '');
parts.push(
  'The default theme uses the terminal’s own sixteen colours and is right on dark and light',
);
parts.push('paper; `--theme dark` and `--theme light` bring their own.', '');
for (const [theme, look] of THEMES) {
  parts.push(`\`${theme}\` on a ${look} terminal:`, '', await page('code', 80, theme, look), '');
}
parts.push('## Pictures', '');
parts.push('In real terminals, by `node tests/support/terminal-shots.ts`:', '');
for (const [name, says] of TERMINALS) {
  parts.push(`![${says}](pictures/terminals/${name}.png)`, '', `${says}.`, '');
}
writeFileSync(join(github, 'gallery.md'), parts.join('\n'));
