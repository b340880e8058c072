import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withSetting } from '../../src/settings/config-edit.ts';

const edit = (source: string): string | undefined => withSetting(source, 'textWidth', 80);

describe('a setting in the text of a config file', () => {
  it('is changed in its place, or stands at the end; all else stays as it was typed', () => {
    const text =
      '# mine\ntheme:   light # calm\ntextWidth: 60   # narrow\nkeys: {reader.next: [n]}\n';
    expect(edit(text)).toBe(text.replace('60', '80'));
    expect(edit('# mine\ntheme:   light')).toBe('# mine\ntheme:   light\ntextWidth: 80\n');
    expect(edit('')).toBe('textWidth: 80\n');
    expect(edit('# nothing yet\n')).toBe('# nothing yet\ntextWidth: 80\n');
    expect(edit('a: 1\r\nb: 2\r\n')).toBe('a: 1\r\nb: 2\r\ntextWidth: 80\r\n');
    expect(edit('\ufeffa: |\n  two\n  lines\n')).toBe(
      '\ufeffa: |\n  two\n  lines\ntextWidth: 80\n',
    );
  });

  it.each([
    '{theme: light}',
    'textWidth:\ntheme: light\n',
    'textWidth:\n  - 1\n  - 2\ntheme: light\n',
    'theme: light\n...\n',
    '---\ntheme: light # calm\n',
    '"textWidth": "60"\n',
    'a: &x [1]\nb: *x\ntextWidth: *x\n',
    '? textWidth\n: 60\n',
  ])('reads back as meant after %j', (text) => {
    const edited = edit(text);
    expect(parse(edited ?? '')).toEqual({ ...parse(text), textWidth: 80 });
  });

  it.each(['theme: [', '- a\n- b\n', 'just words', 'a: 1\na: 2\n', 'a: 1\n---\nb: 2\n'])(
    'is not written into what is no map of settings: %j',
    (text) => expect(edit(text)).toBeUndefined(),
  );
});
