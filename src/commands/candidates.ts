// What can follow on a command line: pure, from the command line as data. What stands behind a kind of
// value (articles, themes …) is asked of `Library`, and only where it is needed.

import type { CommandOutline, FlagOutline, Values } from '../outline.ts';

export interface Candidate {
  readonly value: string;
  readonly description?: string;
}

export interface Completion {
  /** `partial`: more is to be typed after it. `files`, `folders`: where nothing fits, the shell's own. */
  readonly kind: 'words' | 'partial' | 'files' | 'folders';
  readonly candidates: readonly Candidate[];
}

/** Answers for the kinds of value that are not in the command line itself. */
export type Lookup = (
  kind: Exclude<Values['kind'], 'words' | 'files' | 'folders'>,
) => Promise<readonly Candidate[]>;

/** More articles than this are offered by series first. */
const MANY = 100;

/**
 * What completes the last of `words`, which may be empty. The words before it are complete; a leading
 * quotation mark of the last is the shell's.
 */
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

/**
 * Where the words before lead: the command, a flag that waits for its value, whether `--` was typed,
 * and whether a word stands where a command should.
 */
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
    const articles = await lookup('articles');
    const byId = bySeries(fitting(articles, current, 'files'), current);
    return byId.candidates.length > 0 ? byId : bySlug(articles, current);
  }
  if (values?.kind === 'topics') {
    return fitting([...named(root.commands), ...(await lookup('topics'))], current);
  }
  return fitting(await answer(values, lookup), current, values?.kind);
}

async function answer(values: Values | undefined, lookup: Lookup): Promise<readonly Candidate[]> {
  if (!values || values.kind === 'files' || values.kind === 'folders') return [];
  if (values.kind === 'words') return values.words.map((value) => ({ value }));
  return lookup(values.kind);
}

function fitting(
  all: readonly Candidate[],
  current: string,
  kind: Values['kind'] = 'words',
): Completion {
  const candidates = all.filter(({ value }) => value.startsWith(current));
  return { kind: kind === 'files' || kind === 'folders' ? kind : 'words', candidates };
}

/** Too many articles to look through become their series, the next Tab opens one. */
function bySeries(found: Completion, current: string): Completion {
  if (found.candidates.length <= MANY) return found;
  const series = new Map<string, number>();
  for (const { value } of found.candidates) {
    const end = value.indexOf('/', current.length);
    const key = end < 0 ? value : value.slice(0, end + 1);
    series.set(key, (series.get(key) ?? 0) + 1);
  }
  if (series.size < 2) return found;
  const candidates = [...series].map(([value, count]) => ({ value, description: String(count) }));
  return { kind: 'partial', candidates };
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
