// What a folder holds that the program happens to be run in is nobody's wish: no settings are taken
// from it, and no code.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeHome } from '../support/program.ts';

const home = makeHome();
afterAll(() => home[Symbol.dispose]());

const cwd = join(home.path, 'strangers');
const trace = join(cwd, 'trace');
const code = `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '');`;
const variables = [
  'NEWS_THEME=print',
  'NO_COLOR=1',
  `XDG_DATA_HOME=${cwd}`,
  `XDG_CONFIG_HOME=${cwd}`,
];
mkdirSync(join(cwd, 'news'), { recursive: true });
mkdirSync(join(cwd, 'node_modules', 'node:fs'), { recursive: true });
for (const [name, text] of Object.entries({
  '.env': variables.join('\n'),
  '.env.local': variables.join('\n'),
  '.env.production': variables.join('\n'),
  'bunfig.toml': 'preload = ["./preload.cjs"]\n',
  'preload.cjs': code,
  'package.json': '{"type":"module","imports":{"#supports-color":"./preload.cjs"},"bun":{}}',
  'tsconfig.json': '{"compilerOptions":{"paths":{"*":["./preload.cjs"]}}}',
  'config.yaml': 'theme: print\n',
  'news/config.yaml': 'theme: print\n',
  'node_modules/node:fs/index.js': code,
})) {
  writeFileSync(join(cwd, name), text);
}

describe('in a folder of strangers', () => {
  it('takes its settings and folders from where it takes them everywhere', async () => {
    const elsewhere = await home.run(['config']);
    expect(elsewhere).toMatchObject({ status: 0, stderr: '' });
    expect(await home.run(['config'], { cwd })).toEqual(elsewhere);
  });

  it.each(['--version', 'list', 'read klarna', 'search umsatz'])(
    'runs nothing of it: news %s',
    async (line) => {
      const result = await home.run(line.split(' '), { cwd });
      expect(result).toMatchObject({ status: 0, stderr: '' });
      expect(existsSync(trace)).toBe(false);
    },
  );
});
