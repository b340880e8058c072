// What can follow on a command line, from the command line as data; values come from `Library`.

import type { CommandOutline, FlagOutline, Values } from '../cli/outline.ts';
import type { Series } from '../library/article/card.ts';

export interface Candidate {
  readonly value: string;
  readonly description?: string;
}

export interface Completion {
  /** `partial`: more is to be typed after it. `files`, `folders`: where nothing fits, the shell's own. */
  readonly kind: 'words' | 'partial' | 'files' | 'folders';
  readonly candidates: readonly Candidate[];
}

/** Answers for what is not in the command line itself. */
export interface Lookup {
  readonly values: (
    kind: Exclude<Values['kind'], 'words' | 'files' | 'folders' | 'articles'>,
  ) => Promise<readonly Candidate[]>;
  readonly series: () => Promise<readonly Pick<Series, 'key' | 'title' | 'count'>[]>;
  /** Ids and titles; of one series alone, which is far quicker, where its key is given. */
  readonly articles: (series?: string) => Promise<readonly Candidate[]>;
}

/** Words that name an article whatever the library holds. */
const PLACES: readonly Candidate[] = [{ value: 'latest' }, { value: 'first' }];

/** More articles than this are offered by series first. */
const MANY = 100;

/** Completes the last of `words`, which may be empty or begin with the shell's quotation mark. */
export async function complete(
  root: CommandOutline,
  words: readonly string[],
  lookup: Lookup,
): Promise<Completion> {
  const before = words.slice(0, -1);
  const current = (words.at(-1) ?? '').replace(/^['"]/, '').replace(/\\(.)/g, '$1');
  const { command, pending, literal, stray } = walk(root, before);
  if (pending) return fitting(await answer(pending.values, lookup), current, pending.values?.kind);
  const assigned = literal ? null : /^(--[\w-]+)=(.*)$/s.exec(current);
  if (assigned) {
    const [, name = '', typed = ''] = assigned;
    const values = flagOf(command, root, name)?.values;
    const found = fitting(await answer(values, lookup), typed, values?.kind);
    const candidates = found.candidates.map((one) => ({ ...one, value: `${name}=${one.value}` }));
    return { ...found, candidates };
  }
  if (current.startsWith('-') && !literal) {
    return fitting(flagsOf(command, before), current);
  }
  if (stray) return { kind: 'words', candidates: [] };
  if (command === root) return fitting(named(root.commands), current);
  return argument(command, root, current, lookup);
}

/** Where the words before lead: command, waiting flag, `--`, a word where a command should be. */
function walk(root: CommandOutline, before: readonly string[]) {
  let command = root;
  let pending: FlagOutline | undefined;
  let literal = false;
  let stray = false;
  for (const word of before) {
    if (pending) {
      pending = undefined;
    } else if (word === '--') {
      literal = true;
    } else if (word.startsWith('-') && !literal) {
      const flag = word.includes('=') ? undefined : flagOf(command, root, word);
      pending = flag?.value === undefined ? undefined : flag;
    } else if (command === root) {
      const known = root.commands.find(({ name }) => name === word);
      command = known ?? root;
      stray ||= !known;
    }
  }
  return { command, pending, literal, stray };
}

function flagOf(
  command: CommandOutline,
  root: CommandOutline,
  name: string,
): FlagOutline | undefined {
  return [...command.flags, ...root.flags].find(({ names }) => names.includes(name));
}

/** Flags not typed yet; one that can be repeated comes again. */
function flagsOf(command: CommandOutline, before: readonly string[]): readonly Candidate[] {
  return command.flags
    .filter(({ names }) => names.includes('--from') || !names.some((name) => before.includes(name)))
    .flatMap(({ names, description }) =>
      names
        .filter((name) => name.startsWith('--') || names.length === 1)
        .map((value) => ({ value, description })),
    );
}

function named(commands: readonly CommandOutline[]): readonly Candidate[] {
  return commands.map(({ name, description }) => ({ value: name, description }));
}

async function argument(
  command: CommandOutline,
  root: CommandOutline,
  current: string,
  lookup: Lookup,
): Promise<Completion> {
  const { values } = command;
  if (values?.kind === 'articles') {
    if (/^(?:[./~\\]|[A-Za-z]:)/.test(current)) return { kind: 'files', candidates: [] };
    return article(current, lookup);
  }
  if (values?.kind === 'topics') {
    return fitting([...named(root.commands), ...(await lookup.values('topics'))], current);
  }
  return fitting(await answer(values, lookup), current, values?.kind);
}

async function answer(values: Values | undefined, lookup: Lookup): Promise<readonly Candidate[]> {
  if (!values || values.kind === 'files' || values.kind === 'folders') return [];
  if (values.kind === 'words') return values.words.map((value) => ({ value }));
  return values.kind === 'articles' ? lookup.articles() : lookup.values(values.kind);
}

function fitting(
  all: readonly Candidate[],
  current: string,
  kind: Values['kind'] = 'words',
): Completion {
  const candidates = all.filter(({ value }) => value.startsWith(current));
  return { kind: kind === 'files' || kind === 'folders' ? kind : 'words', candidates };
}

/** Articles by id, or by slug where no id begins so; too many become their series. */
async function article(current: string, lookup: Lookup): Promise<Completion> {
  const series = (await lookup.series()).filter(
    ({ key }) => `${key}/`.startsWith(current) || current.startsWith(`${key}/`),
  );
  const count = series.reduce((sum, one) => sum + one.count, 0);
  const places = fitting(PLACES, current).candidates;
  if (count > MANY && series.length > 1) {
    const keys = series.map(({ key, title }) => ({ value: `${key}/`, description: title }));
    return { kind: 'partial', candidates: keys };
  }
  const articles: Candidate[] = [];
  for (const { key } of series) articles.push(...(await lookup.articles(key)));
  const byId = fitting([...articles, ...places], current, 'files');
  return byId.candidates.length > 0 ? byId : bySlug(await lookup.articles(), current);
}

/** Articles whose slug begins with `current`, where the slug alone says which one is meant. */
function bySlug(articles: readonly Candidate[], current: string): Completion {
  const slugs = new Map<string, Candidate | undefined>();
  for (const { value, ...rest } of articles) {
    const slug = value.slice(value.lastIndexOf('/') + 1);
    slugs.set(slug, slugs.has(slug) ? undefined : { value: slug, ...rest });
  }
  return fitting(
    [...slugs.values()].filter((one) => one !== undefined),
    current,
    'files',
  );
}
