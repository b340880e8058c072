// Writes the manual page, man/news.1 in English and man/news.de.1 in German, from the definitions that
// the help is made of, with the macros of man(7): every man program reads them.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CommandOutline, FlagOutline } from '../src/cli/outline.ts';
import { programOutline } from '../src/cli/program.ts';
import { messagesFor } from '../src/messages/messages.ts';
import type { Messages } from '../src/messages/table.ts';
import { processEnvironment } from '../src/settings/environment.ts';
import { helpList, helpTitles } from '../src/tui/keys/help-list.ts';
import { DEFAULT_KEYMAP, keyLabel } from '../src/tui/keys/keymap.ts';

type Pair = readonly [term: string, text: string];

/** Bytes a line of the source may have, as mandoc's lint counts them. */
const LONGEST = 78;

/** Text as roff prints it, on short lines: no line is a request, no sign an escape. */
function roff(text: string): string {
  const words = text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/~/g, '\\(ti')
    .replace(/\^/g, '\\(ha')
    .replace(/`/g, '\\(ga')
    .split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : '';
    if (lines.length > 0 && longer.replace(/[^ -~]/g, '\\[u0000]').length <= LONGEST)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => line.replace(/^[.']/, '\\&$&')).join('\n');
}

const bold = (text: string): string => `\\fB${roff(text)}\\fR`;
const italic = (text: string): string => `\\fI${roff(text)}\\fR`;

const items = (pairs: readonly Pair[]): string[] =>
  pairs.flatMap(([term, text]) => ['.TP', term, roff(text)]);

function flagItems(flags: readonly FlagOutline[]): string[] {
  return items(
    flags.map(({ names, value, description }) => {
      const term = names.map(bold).join(', ');
      return [value === undefined ? term : `${term} ${italic(value)}`, description];
    }),
  );
}

interface Surroundings {
  readonly root: CommandOutline;
  readonly messages: Messages;
}

function commandPart(command: CommandOutline, { root, messages }: Surroundings): string[] {
  const { help, manual } = messages;
  const places = command.arguments.map(({ name, required, variadic }) => {
    const text = italic(name) + (variadic ? ' ...' : '');
    return required ? text : `[${text}]`;
  });
  const own = ownFlags(command, root);
  const same = own.length > MANY && root.commands.find((one) => sameFlags(one, command, root));
  const flags = own.length > 0 ? [roff(help.usageFlags)] : [];
  return [
    `.SS "${roff(`news ${command.name}`)}"`,
    [bold(`news ${command.name}`), ...places, ...flags].join(' '),
    '.PP',
    roff(sentence(command.description)),
    ...items(command.arguments.map(({ name, description }) => [italic(name), description])),
    ...(same ? ['.PP', roff(manual.sameFlags(`news ${same.name}`))] : flagItems(own)),
    '.PP',
    help.heading.examples,
    ...exampleLines(help.examples[command.name] ?? []),
  ];
}

/** More flags than this are not listed twice. */
const MANY = 6;

function ownFlags(command: CommandOutline, root: CommandOutline): readonly FlagOutline[] {
  const everywhere = root.flags.map(({ names }) => names.at(-1));
  return command.flags.filter(({ names }) => !everywhere.includes(names.at(-1)));
}

/** Whether `one` comes before `command` and has all of its flags. */
function sameFlags(one: CommandOutline, command: CommandOutline, root: CommandOutline): boolean {
  if (root.commands.indexOf(one) >= root.commands.indexOf(command)) return false;
  const known = one.flags.map(({ names }) => names.at(-1));
  return command.flags.every(({ names }) => known.includes(names.at(-1)));
}

function exampleLines(examples: readonly Pair[]): string[] {
  return examples.flatMap(([line, what]) => ['.TP', roff(line), roff(what)]);
}

/** The keys of the full-screen reader, out of the keymap. */
function keyParts({ tui }: Messages): string[] {
  const titles = helpTitles(tui);
  return helpList(DEFAULT_KEYMAP).flatMap((entry) => {
    if (entry.kind === 'title') return [`.SS "${roff(titles[entry.screen])}"`];
    if (entry.kind === 'blank') return [];
    const keys = entry.binding.keys.map((key) => bold(keyLabel(key, false, tui)));
    return items([[keys.join(', '), tui.help[entry.binding.help]]]);
  });
}

function sentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('de')}${text.slice(1)}.`;
}

/** The page in the language of `messages`, dated `date` (ISO), for the version `version`. */
export function manualPage(messages: Messages, version: string, date: string): string {
  const { help, manual } = messages;
  const { section } = manual;
  const root = programOutline(messages, processEnvironment(''));
  const lines = [
    `.TH NEWS 1 "${date}" "news ${version}" "${manual.title}"`,
    `.SH ${section.name}`,
    `news \\- ${roff(manual.name)}`,
    `.SH "${section.synopsis}"`,
    `${bold('news')} [${italic(help.usageCommand.replace(/[[\]]/g, ''))}] ${roff(help.usageFlags)}`,
    `.SH "${section.description}"`,
    ...manual.description.flatMap((text, index) => [...(index > 0 ? ['.PP'] : []), roff(text)]),
    `.SH "${section.commands}"`,
    ...root.commands.flatMap((command) => commandPart(command, { root, messages })),
    `.SH "${section.flags}"`,
    roff(manual.everywhere),
    ...flagItems(root.flags),
    `.SH "${section.queries}"`,
    ...items(manual.queries.map(([term, text]) => [bold(term), text])),
    `.SH "${section.keys}"`,
    roff(manual.keys),
    ...keyParts(messages),
    `.SH "${section.environment}"`,
    ...items(manual.environment.map(([term, text]) => [bold(term), text])),
    `.SH "${section.files}"`,
    ...items(manual.files.map(([term, text]) => [italic(term), text])),
    `.SH "${section.exit}"`,
    ...items(manual.exit.map(([term, text]) => [bold(term), text])),
    `.SH "${section.examples}"`,
    ...exampleLines(help.examples['root'] ?? []),
    `.SH "${section.seeAlso}"`,
    `${bold('less')}(1), ${bold('man')}(1)`,
    '',
  ];
  return lines.join('\n');
}

if (import.meta.main) {
  const folder = fileURLToPath(new URL('../man/', import.meta.url));
  const { version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { readonly version: string };
  // The day of the release, so that the same source gives the same page.
  const changes = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
  const date = /^## .*(\d{4}-\d{2}-\d{2})/m.exec(changes)?.[1] ?? '2024-09-01';
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}news.1`, manualPage(messagesFor('en'), version, date));
  writeFileSync(`${folder}news.de.1`, manualPage(messagesFor('de'), version, date));
}
