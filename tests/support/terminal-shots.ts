// Pictures in real terminals, as these show them: `node tests/support/terminal-shots.ts [FOLDER]` runs the built
// program in terminals on a screen of its own (Xvfb; xterm, kitty, tmux; ImageMagick's import, xdotool) and writes
// PNG files, by default those of the gallery. A terminal that is not there is named and left out.

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pngFile } from '../../src/pictures/protocols/png-file.ts';
import { command, ROOT, scrubbed } from './program.ts';
import { chart, scene } from './ssim.ts';

const DISPLAY = ':97';
const FONT = ['-fa', 'DejaVu Sans Mono', '-fs', '9'];
const folder = process.argv[2] ?? join(ROOT, '.github/pictures/terminals');
const home = mkdtempSync(join(tmpdir(), 'news-shots-'));
const [program, before] = command();
const reader = [program, ...before, 'tui', './article.md'];
const env = {
  ...scrubbed(home),
  DISPLAY,
  LIBGL_ALWAYS_SOFTWARE: '1',
  LANG: 'C.UTF-8',
  COLORTERM: 'truecolor',
};

/** A terminal, what is pressed in it, and how wide it is afterwards, in pixels. */
interface Shot {
  readonly name: string;
  readonly terminal: readonly string[];
  readonly keys?: readonly string[];
  readonly resize?: readonly [width: number, height: number];
}

const xterm = (...more: readonly string[]): readonly string[] => [
  'xterm',
  ...FONT,
  '-geometry',
  '76x26',
  '-bg',
  '#fdfcf8',
  '-fg',
  '#222222',
  ...more,
  '-e',
  'env',
  'TERM=xterm-256color',
  ...reader,
];
const SIXEL = ['-ti', 'vt340', '-xrm', 'XTerm*allowWindowOps: true'];
const half = Array<string>(8).fill('j');
const tmux = [
  'xterm',
  ...FONT,
  '-geometry',
  '76x26',
  '-e',
  'tmux',
  '-f',
  '/dev/null',
  '-L',
  'news-shots',
  'new',
];
const SHOTS: readonly Shot[] = [
  { name: 'xterm-sixel', terminal: xterm(...SIXEL) },
  { name: 'xterm-sixel-half', terminal: xterm(...SIXEL), keys: half },
  { name: 'xterm-sixel-resized', terminal: xterm(...SIXEL), resize: [420, 400] },
  { name: 'xterm-blocks', terminal: xterm() },
  {
    name: 'kitty',
    terminal: [
      'kitty',
      '-o',
      'remember_window_size=no',
      '-o',
      'initial_window_width=76c',
      '-o',
      'initial_window_height=26c',
      ...reader,
    ],
  },
  {
    name: 'tmux',
    terminal: [...tmux, `env TERM=tmux-256color ${reader.map((word) => `'${word}'`).join(' ')}`],
    keys: half,
  },
];

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const run = (file: string, ...args: string[]) =>
  execFileSync(file, args, { env, stdio: 'pipe' }).toString();
const isThere = (file: string) => spawnSync('which', [file]).status === 0;

function writeArticle(): void {
  for (const [name, make] of [
    ['scene', scene],
    ['chart', chart],
  ] as const) {
    const pixels = make(720, 480);
    writeFileSync(
      join(home, `${name}.png`),
      Buffer.from(pngFile(pixels, 0, pixels.height), 'base64'),
    );
  }
  const text = 'Text before and after must not move by a line when the picture comes. '.repeat(3);
  writeFileSync(
    join(home, 'article.md'),
    `---\ntitle: Pictures\nlang: en\n---\n\n${text}\n\n![A scene](scene.png "A scene, made for this page")\n\n${text}\n\n![A chart](chart.png)\n\n${text}\n\n${text}\n`,
  );
}

async function take({ name, terminal, keys = [], resize }: Shot): Promise<void> {
  const [file = '', ...args] = terminal;
  if (!isThere(file) || (name === 'tmux' && !isThere('tmux'))) {
    console.log(`${name}: ${file} is not installed`);
    return;
  }
  const child = spawn(file, args, { cwd: home, env, stdio: 'ignore' });
  try {
    // Graphics in software take their time.
    await pause(file === 'kitty' ? 12_000 : 5000);
    run('xdotool', 'mousemove', '200', '200');
    for (const key of keys) {
      run('xdotool', 'key', key);
      await pause(150);
    }
    const id =
      run('xdotool', 'search', '--onlyvisible', '--name', '.').trim().split('\n').at(-1) ?? '';
    if (resize !== undefined) run('xdotool', 'windowsize', id, `${resize[0]}`, `${resize[1]}`);
    await pause(resize === undefined ? 700 : 4000);
    run('import', '-window', id, '-depth', '8', '-colors', '128', join(folder, `${name}.png`));
    console.log(name);
  } finally {
    child.kill();
    if (name === 'tmux') spawnSync('tmux', ['-L', 'news-shots', 'kill-server']);
    await pause(300);
  }
}

mkdirSync(folder, { recursive: true });
writeArticle();
const screen: ChildProcess = spawn('Xvfb', [DISPLAY, '-screen', '0', '1000x800x24'], {
  stdio: 'ignore',
});
try {
  await pause(2000);
  for (const shot of SHOTS) await take(shot);
} finally {
  screen.kill();
  rmSync(home, { recursive: true, force: true });
}
