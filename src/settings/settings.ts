// Flags beat environment, config file and defaults: resolved once, with origins.

import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { type Config, type ConfigEntry, type ConfigFault, readConfig } from './config.ts';
import type { Environment } from './environment.ts';
import { type Folders, foldersOf } from './folders.ts';
import { LANGUAGES, type Language, languageOf } from './language.ts';
import { LOOK_DEFAULTS } from './look-defaults.ts';
import type { ColorChoice } from './terminal.ts';
import * as values from './values.ts';

export type Origin = 'flag' | 'environment' | 'config' | 'default';

export interface Settings {
  /** Folders of articles, absolute, the first wins. */
  readonly roots: readonly string[];
  /** Whether the articles that ship with the program are among them. */
  readonly bundled: boolean;
  /** Columns; 0 for no limit; undefined to follow the terminal. */
  readonly width: number | undefined;
  /** Columns of text in the full-screen reader, as `+ -` set it there; `width` where it is not set. */
  readonly textWidth: number;
  readonly color: ColorChoice;
  readonly theme: string;
  /** Themes of one's own, by name. */
  readonly themes: Readonly<Record<string, unknown>>;
  /** undefined leaves it to the format. */
  readonly links: 'inline' | 'references' | 'none' | undefined;
  readonly hyphenate: 'auto' | 'always' | 'never';
  readonly punctuation: 'auto' | 'never';
  readonly justify: boolean;
  readonly tables: 'auto' | 'grid' | 'stacked';
  readonly diagrams: 'auto' | 'source';
  readonly pictures: 'auto' | 'never' | 'blocks' | 'kitty' | 'iterm2' | 'sixel';
  readonly toc: boolean;
  /** A command; false for none; undefined for the environment's. */
  readonly pager: string | false | undefined;
  readonly language: Language;
  /** Folder of the journal, or false to keep none. */
  readonly history: string | false;
  readonly mouse: boolean;
  readonly screenReader: boolean;
  /** Megabytes an article may have. */
  readonly maxSize: number;
  /** Keys of one's own: action -> key or keys. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** Servers of feeds: address -> user, and password-command or password-file. */
  readonly servers: Readonly<Record<string, unknown>>;
}

export type SettingName = keyof Settings;

export interface Resolved {
  readonly settings: Settings;
  readonly origins: Readonly<Record<SettingName, Origin>>;
  readonly folders: Folders;
  readonly faults: readonly ConfigFault[];
  /** Where the config file's keys stand, for who finds a fault in what a map holds. */
  readonly places: Config['places'];
}

/** What was typed at the prompt, unchecked. */
export type Flags = Readonly<Record<string, unknown>>;

/** A flag whose value can't be used, as data; who catches it knows the reader's language. */
export class FlagFault extends Error {
  readonly flag: string;
  readonly value: string;
  readonly expected: values.Expected;

  constructor(flag: string, value: string, expected: values.Expected) {
    super(`${flag} ${value}`);
    this.flag = flag;
    this.value = value;
    this.expected = expected;
  }
}

interface Rule {
  /** Key in the config file, where it can stand there. */
  readonly config?: string;
  readonly flag?: string;
  readonly parse: values.Parser<unknown>;
}

const look = (name: SettingName, parse: Rule['parse']): Rule => ({
  config: name,
  flag: name,
  parse,
});

const RULES: Readonly<Record<Exclude<SettingName, 'roots'>, Rule>> = {
  width: look('width', values.columnCount),
  textWidth: { config: 'textWidth', flag: 'width', parse: values.columnCount },
  color: look('color', values.oneOf(['auto', 'always', 'never'])),
  theme: look('theme', values.text),
  bundled: { config: 'bundled', parse: values.boolean },
  themes: { config: 'themes', parse: values.map },
  links: look('links', values.oneOf(['inline', 'references', 'none'])),
  hyphenate: look('hyphenate', values.oneOf(['auto', 'always', 'never'])),
  punctuation: look('punctuation', values.oneOf(['auto', 'never'])),
  justify: look('justify', values.boolean),
  tables: look('tables', values.oneOf(['auto', 'grid', 'stacked'])),
  pictures: look('pictures', values.oneOf(['auto', 'never', 'blocks', 'kitty', 'iterm2', 'sixel'])),
  diagrams: look('diagrams', values.oneOf(['auto', 'source'])),
  toc: look('toc', values.boolean),
  pager: look('pager', values.textOrFalse),
  language: look('language', values.oneOf(LANGUAGES)),
  history: look('history', values.textOrFalse),
  mouse: { config: 'mouse', parse: values.boolean },
  screenReader: look('screenReader', values.boolean),
  maxSize: look('maxSize', values.megabytes),
  keys: { config: 'keys', parse: values.map },
  servers: { config: 'servers', parse: values.map },
};

export const CONFIG_KEYS: readonly string[] = ['paths', ...Object.keys(RULES)];

function fromEnvironment(environment: Environment): Partial<Record<SettingName, unknown>> {
  const { variables } = environment;
  const pager = variables['NEWS_PAGER'];
  return {
    ...(variables['NEWS_HISTORY'] === '0' ? { history: false } : {}),
    ...(pager === undefined ? {} : { pager: pager === '' ? false : pager }),
    ...(variables['INK_SCREEN_READER'] === 'true' ? { screenReader: true } : {}),
  };
}

const placeOf = ({ line, column }: ConfigEntry) => ({ line, column });
/** `~` and relative paths, against `base`. */
function absolute(path: string, base: string, home: string): string {
  if (path === '~') return home;
  if (path.startsWith('~/')) return join(home, path.slice(2));
  return isAbsolute(path) ? path : resolve(base, path);
}

function rootsOf(
  flags: Flags,
  environment: Environment,
  folders: Folders,
  config: Config,
  faults: ConfigFault[],
  isBundled: boolean,
): readonly [readonly string[], Origin] {
  const { variables, cwd, home, bundled } = environment;
  const from = flags['from'];
  if (Array.isArray(from) && from.length > 0) {
    return [from.map((path) => absolute(String(path), cwd, home)), 'flag'];
  }
  let own: readonly string[] = [];
  let origin: Origin = 'default';
  const entry = config.entries.get('paths');
  if (entry) {
    const parsed = values.texts(entry.value);
    if (parsed.ok) {
      own = parsed.value.map((path) => absolute(path, join(folders.configFile, '..'), home));
      origin = 'config';
    } else
      faults.push({ kind: 'value', key: 'paths', expected: parsed.expected, ...placeOf(entry) });
  }
  const path = variables['NEWS_PATH'];
  if (path) {
    own = path
      .split(delimiter)
      .filter((part) => part !== '')
      .map((part) => absolute(part, cwd, home));
    origin = 'environment';
  }
  const shipped = isBundled ? [bundled] : [];
  return [[...new Set([folders.articles, ...own, ...shipped])], origin];
}

/** All settings and the config file's faults. Throws a FlagFault for a flag that can't be used. */
export async function resolveSettings(flags: Flags, environment: Environment): Promise<Resolved> {
  const folders = foldersOf(environment);
  const config = await readConfig(folders.configFile);
  const faults: ConfigFault[] = [...config.faults];
  const surroundings = fromEnvironment(environment);
  const defaults: Record<string, unknown> = {
    bundled: true,
    textWidth: 72,
    color: 'auto',
    ...LOOK_DEFAULTS,
    language: languageOf(environment),
    history: folders.history,
    mouse: false,
    screenReader: false,
    maxSize: 64,
    keys: {},
    servers: {},
  };
  const resolved: Record<string, unknown> = {};
  const origins: Record<string, Origin> = {};
  for (const [name, rule] of Object.entries(RULES)) {
    let value = defaults[name];
    let origin: Origin = 'default';
    const entry = rule.config === undefined ? undefined : config.entries.get(rule.config);
    if (entry) {
      const parsed = rule.parse(entry.value);
      if (parsed.ok) [value, origin] = [parsed.value, 'config'];
      else faults.push({ kind: 'value', key: name, expected: parsed.expected, ...placeOf(entry) });
    }
    const surrounding = surroundings[name as SettingName];
    if (surrounding !== undefined) [value, origin] = [surrounding, 'environment'];
    const given = rule.flag === undefined ? undefined : flags[rule.flag];
    // `--no-pictures` of what brings articles in is no way to show them.
    const typed = name === 'pictures' && typeof given === 'boolean' ? undefined : given;
    // `--pager` and `--history` exist only as `--no-…`; true is their absence.
    if (typed !== undefined && !(typed === true && (name === 'pager' || name === 'history'))) {
      const parsed = rule.parse(typed);
      if (!parsed.ok) {
        const flag = rule.flag?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        throw new FlagFault(`--${flag}`, String(typed), parsed.expected);
      }
      [value, origin] = [parsed.value, 'flag'];
    }
    resolved[name] = value;
    origins[name] = origin;
  }
  if (origins['textWidth'] === 'default' && resolved['width'])
    for (const all of [resolved, origins]) all['textWidth'] = all['width'];
  for (const [key, entry] of config.entries) {
    if (!CONFIG_KEYS.includes(key)) {
      faults.push({ kind: 'unknown', key, known: CONFIG_KEYS, ...entry.key });
    }
  }
  if (typeof resolved['history'] === 'string' && origins['history'] === 'config') {
    const base = join(folders.configFile, '..');
    resolved['history'] = absolute(resolved['history'], base, environment.home);
  }
  const [roots, rootsOrigin] = rootsOf(
    flags,
    environment,
    folders,
    config,
    faults,
    resolved['bundled'] === true,
  );
  return {
    settings: Object.freeze({ ...resolved, roots }) as unknown as Settings,
    origins: { ...origins, roots: rootsOrigin } as Record<SettingName, Origin>,
    folders,
    faults,
    places: config.places,
  };
}
