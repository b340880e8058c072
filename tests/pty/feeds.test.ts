import { afterEach, describe, expect, it } from 'vitest';
import { count, numbered, serveFeeds } from '../feeds/site.ts';
import { command, type Home, makeHome } from '../support/program.ts';
import type { TestTerminal } from '../support/terminal.ts';
import { openTerminal } from '../support/terminal.ts';

let home: Home;
let terminal: TestTerminal;

afterEach(async () => {
  await terminal[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

const has = (text: string) => (): boolean => terminal.text().includes(text);

describe('feeds on the shelf', () => {
  it('are fetched by a key, shown in place, and named where they fail; an address of a feed is followed', async () => {
    const pages: Record<string, string> = {
      '/a': numbered(count(3), 'Alpha'),
      '/b': numbered([1], 'Beta'),
    };
    await using site = await serveFeeds(pages);
    home = makeHome();
    await home.run(['follow', `${site.origin}/a`, `${site.origin}/b`]);
    const [file, before] = command();
    terminal = openTerminal({
      file,
      args: [...before, 'tui'],
      env: home.env,
      columns: 100,
      rows: 30,
    });
    await terminal.until(has('3 unread'));
    pages['/a'] = numbered([...count(3), 20, 21], 'Alpha');
    delete pages['/b'];
    terminal.type('R');
    await terminal.until(() => has('Item 21')() && has('5 unread')() && has('! ')());
    terminal.type('!');
    await terminal.until(has('404'));
    terminal.type('\u001b');
    await terminal.until(() => !has('404')());
    pages['/c'] = numbered([7], 'Gamma');
    terminal.type('a');
    await terminal.until(has('Add'));
    terminal.type(`${site.origin}/c\r`);
    await terminal.until(() => has('Gamma')() && has('Item 7')());
    terminal.type('q');
    expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
  });
});
