// The flags in their groups of help, and what completes their values.

import type { Command } from 'commander';
import type { Messages } from '../messages/table.ts';
import type { Values, ValueTables } from './outline.ts';

export type Shape = (command: Command) => unknown;

const words = (...all: readonly string[]): Values => ({ kind: 'words', words: all });
const when = words('auto', 'always', 'never');

/** What completes a flag's value, which means the same wherever it stands, and a command's arguments. */
export const VALUES: ValueTables = {
  flags: {
    '--from': { kind: 'folders' },
    '--color': when,
    '--language': words('en', 'de'),
    '--format': words('ansi', 'plain', 'markdown', 'html', 'json'),
    '--theme': { kind: 'themes' },
    '--links': words('inline', 'references', 'none'),
    '--tables': words('auto', 'grid', 'stacked'),
    '--diagrams': words('auto', 'source'),
    '--pictures': words('auto', 'never', 'blocks', 'kitty', 'iterm2', 'sixel'),
    '--hyphenate': when,
    '--punctuation': words('auto', 'never'),
    '--series': { kind: 'series' },
    '--tag': { kind: 'tags' },
    '--lang': { kind: 'languages' },
    '--as': words('html', 'markdown', 'text'),
    '--sort': words('series', 'date', 'title'),
  },
  commands: {
    read: { kind: 'articles' },
    tui: { kind: 'articles' },
    open: { kind: 'articles' },
    add: { kind: 'files' },
    remove: { kind: 'articles' },
    speak: { kind: 'articles' },
    export: { kind: 'articles' },
    mark: { kind: 'articles' },
    notes: { kind: 'articles' },
    follow: { kind: 'files' },
    fetch: { kind: 'series' },
    unfollow: { kind: 'series' },
    check: { kind: 'files' },
    completion: { kind: 'words', words: ['bash', 'zsh', 'fish', 'powershell'] },
    help: { kind: 'topics' },
  },
};

export function flagGroups({ help }: Messages) {
  const { heading, option, value } = help;

  const everywhere: Shape = (command) =>
    command
      .optionsGroup(heading.global)
      .option(
        `--from <${value.folder}>`,
        /^(?:un)?follow$/.test(command.name()) ? option.fromServer : option.from,
        (folder: string, before: string[] = []) => [...before, folder],
      )
      .option(`--color <${value.when}>`, option.color)
      .option(`--max-size <${value.megabytes}>`, option.maxSize)
      .option('--no-history', option.noHistory)
      .option(`--language <${value.language}>`, option.language)
      .helpOption('-h, --help', help.help);

  const theme: Shape = (command) => command.option(`--theme <${value.name}>`, option.theme);
  const width: Shape = (command) => command.option(`--width <${value.columns}>`, option.width);

  const drawn: Shape = (command) =>
    command
      .option(`--diagrams <${value.style}>`, option.diagrams)
      .option(`--pictures <${value.style}>`, option.pictures);

  const page: Shape = (command) => {
    command
      .optionsGroup(heading.content)
      .option(`--format <${value.format}>`, option.format)
      .option('--plain', option.plain)
      .option('--json', option.json)
      .option(`--links <${value.style}>`, option.links)
      .option('--toc', option.toc)
      .option(`--find <${value.word}>`, option.find)
      .optionsGroup(heading.look);
    width(command);
    theme(command);
    command.option(`--tables <${value.style}>`, option.tables);
    drawn(command);
    command
      .option(`--hyphenate <${value.when}>`, option.hyphenate)
      .option(`--punctuation <${value.when}>`, option.punctuation)
      .option('--justify', option.justify)
      .option('--no-pager', option.noPager);
  };

  const interactive: Shape = (command) => command.option('-i, --interactive', option.interactive);

  const screenReader: Shape = (command) => command.option('--screen-reader', option.screenReader);

  const fullScreen: Shape = (command) => {
    width(command);
    theme(command);
    drawn(command);
    screenReader(command);
  };

  const filter: Shape = (command) =>
    command
      .optionsGroup(heading.choice)
      .option(`--series <${value.series}>`, option.series)
      .option(`--tag <${value.tag}>`, option.tag)
      .option(`--lang <${value.language}>`, option.lang);

  const choice: Shape = (command) => {
    filter(command);
    command.option('--unread', option.unread).option('--starred', option.starred);
  };

  const list: Shape = (command) => {
    choice(command);
    command
      .optionsGroup(heading.options)
      .option(`--sort <${value.order}>`, option.sort)
      .option('--json', option.json);
  };

  const search: Shape = (command) => {
    filter(command);
    command
      .optionsGroup(heading.options)
      .option(`-n <${value.count}>`, option.limit)
      .option('--json', option.json);
  };

  const add: Shape = (command) => {
    command
      .option(`--series <${value.series}>`, option.into)
      .option(`--tag <${value.tag}>`, option.addTag, (tag: string, before: string[] = []) => [
        ...before,
        tag,
      ])
      .option('--print', option.print)
      .option('--all', option.all)
      .option(`--limit <${value.count}>`, option.articleLimit)
      .option(`--as <${value.format}>`, option.as)
      .option('--no-pictures', option.noPictures);
  };
  const mark: Shape = (command) => {
    command
      .option('--read', option.markRead)
      .option('--unread', option.markUnread)
      .option('--star', option.star)
      .option('--unstar', option.unstar);
  };
  const notes: Shape = (command) => {
    choice(command);
    command
      .option(`--find <${value.word}>`, option.findNote)
      .optionsGroup(heading.options)
      .option(`--format <${value.format}>`, option.notesFormat)
      .option('--json', option.json);
  };
  const to: Shape = (command) => command.option(`--to <${value.file}>`, option.to);
  const speak: Shape = (command) =>
    command.option(`--to <${value.file}>`, option.soundTo).option('--sentences', option.sentences);
  const yes: Shape = (command) => command.option('--yes', option.yes);

  const follow: Shape = (command) =>
    command.option(`--series <${value.series}>`, option.followInto).option('--full', option.full);
  const force: Shape = (command) => command.option('--force', option.force);
  const opml: Shape = (command) => command.option('--opml', option.opml);
  const remove: Shape = (command) => command.option('--remove', option.remove);

  const json: Shape = (command) => command.option('--json', option.json);
  const clear: Shape = (command) => command.option('--clear', option.clear);

  return {
    everywhere,
    page,
    interactive,
    screenReader,
    fullScreen,
    list,
    search,
    add,
    mark,
    notes,
    to,
    speak,
    yes,
    follow,
    force,
    opml,
    remove,
    json,
    clear,
  };
}
