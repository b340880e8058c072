// news config: each setting, its value and where that came from; the folders in use; faults by place.

import { existsSync } from 'node:fs';
import { keyFaults } from '../../check/key-faults.ts';
import { themeFaults } from '../../context/config-faults.ts';
import { type Context, command } from '../../context/context.ts';
import { configError } from '../../context/faults.ts';
import { painterFor, themeFor } from '../../context/presentation.ts';
import { themeOf } from '../../context/themes.ts';
import { type Cell, type Column, lineOf, setColumns } from '../../output/columns.ts';
import { jsonText } from '../../output/json-text.ts';
import { printed } from '../../output/print.ts';
import { writeError, writeOut } from '../../output/stdout.ts';
import { tsv } from '../../output/tsv.ts';
import { pathKey } from '../../settings/config.ts';
import type { SettingName } from '../../settings/settings.ts';
import type { Theme } from '../../typeset/look/theme.ts';

const COLUMNS: readonly Column[] = [
  { align: 'left' },
  { align: 'left', flexible: true },
  { align: 'left', dispensable: 1 },
];

export const config = command(async (context: Context) => {
  const { flags, messages, terminal, settings, origins, folders, faults } = context;
  const rows = settingRows(context);
  const places = folderRows(context);
  if (flags['json']) {
    writeOut(jsonText({ settings, origins, folders, faults }));
  } else if (terminal.tty) {
    const theme = themeHere(context);
    const size = { width: terminal.columns, indent: 2, ellipsis: theme.signs.ellipsis };
    const cells = (row: readonly string[]): readonly Cell[] => [
      { text: row[0] ?? '' },
      { text: row[1] ?? '' },
      { text: row[2] ?? '', style: theme.styles.muted },
    ];
    const title = (text: string) =>
      lineOf([
        { text: '  ', style: {} },
        { text, style: theme.styles.title },
      ]);
    const set = setColumns([...rows, ...places].map(cells), COLUMNS, size);
    const lines = [
      title(messages.list.settings),
      ...set.slice(0, rows.length),
      ...widthHint(context).map((text) =>
        lineOf([{ text: `  ${text}`, style: theme.styles.muted }]),
      ),
      lineOf([]),
      title(messages.list.folders),
      ...set.slice(rows.length),
    ];
    writeOut(printed(lines, painterFor(context)));
  } else {
    writeOut(tsv([...rows, ...places]));
  }
  const errors = [
    ...faults.map((fault) => configError(fault, folders.configFile, messages)),
    ...themeFaults(context),
    ...keyFaults(context),
  ];
  for (const { message, hint } of errors) {
    writeError(`news: ${message}`, ...(hint === undefined ? [] : [hint]));
  }
  return errors.length > 0 ? 2 : 0;
}, 'allow');

/** The theme asked for, or the default where it is what is wrong. */
function themeHere(context: Context): Theme {
  try {
    return themeFor(context);
  } catch {
    const { settings, terminal, messages } = context;
    return themeOf({ ...settings, theme: 'default' }, terminal.unicode, messages);
  }
}

function settingRows({ settings, origins, messages }: Context): string[][] {
  const words = messages.list;
  const unset: Partial<Record<SettingName, string>> = {
    width: words.byTerminal,
    links: words.byFormat,
    pager: words.byTerminal,
  };
  return Object.entries(settings)
    .filter(([name]) => name !== 'roots')
    .map(([name, value]) => [
      name,
      value === undefined ? (unset[name as SettingName] ?? '') : said(value, words.off),
      words.origin[origins[name as SettingName]],
    ]);
}

/** How the width that the reader's keys have set goes away again. */
function widthHint({ origins, places, messages }: Context): readonly string[] {
  const place = places.get(pathKey(['textWidth']));
  if (origins.textWidth !== 'config' || place === undefined) return [];
  return ['', ...messages.list.textWidthSet(place.line).split('\n')];
}

function said(value: unknown, off: string): string {
  if (value === false) return off;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function folderRows({ settings, folders, messages }: Context): string[][] {
  const { folder, missing, off } = messages.list;
  const row = (name: string, path: string): string[] => [
    name,
    path,
    existsSync(path) ? '' : missing,
  ];
  return [
    ...settings.roots.map((root) => row(folder.root, root)),
    row(folder.config, folders.configFile),
    row(folder.cache, folders.cache),
    settings.history === false ? [folder.history, off, ''] : row(folder.history, settings.history),
  ];
}
