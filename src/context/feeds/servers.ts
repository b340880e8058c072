// What a server of feeds is given: how to sign in, which folders are its, and what the journal says. A
// password comes from a command, a file or a netrc file, and is kept nowhere.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ServerFault } from '../../feeds/server/fault.ts';
import type { Account } from '../../feeds/server/session.ts';
import type { Marks, ServerTools } from '../../feeds/server/tools.ts';
import { type Followed, findFollowed } from '../../feeds/store/followed.ts';
import { isoTime } from '../../history/iso-time.ts';
import { marksSince } from '../../history/marks-since.ts';
import { netrcFor } from '../../http/credentials.ts';
import { readNetrc } from '../adding/netrc.ts';
import type { Context } from '../context.ts';

/** Signs of a password, and milliseconds that a command may take: somebody may have to type. */
const LONGEST = 10_000;
const PATIENCE = 120_000;

/** All folders that follow a feed, the bundled ones left out. */
export function followedIn({ settings, environment }: Context): Promise<Followed[]> {
  return findFollowed(settings.roots.filter((root) => root !== environment.bundled));
}

/** The servers that `--from` names; the command line has told them from folders. */
export const serversOf = ({ flags }: Context): readonly string[] =>
  Array.isArray(flags['servers']) ? flags['servers'].map(String) : [];

export function serverTools(context: Context): ServerTools {
  return {
    account: (address) => accountOf(address, context),
    folders: () => followedIn(context),
    marks: (since, at) => marksOf(since, at, context),
  };
}

/** How to sign in: as `servers` of the config says, else as a netrc file does. Throws a ServerFault. */
async function accountOf(address: string, { settings, environment }: Context): Promise<Account> {
  const url = URL.parse(address);
  const host = url?.host ?? '';
  const [, entry] =
    Object.entries(settings.servers).find(([key]) => {
      const named = URL.parse(key)?.host || URL.parse(`https://${key}`)?.host;
      return named === host;
    }) ?? [];
  const { user, ...secret } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  const netrc = netrcFor(readNetrc(environment), url?.hostname ?? '');
  const [command, file] = [secret['password-command'], secret['password-file']];
  if (typeof user !== 'string' || (command === undefined && file === undefined)) {
    if (netrc === undefined) throw new ServerFault({ code: 'no-account', host });
    return { user: typeof user === 'string' ? user : netrc.user, password: netrc.password };
  }
  try {
    const text =
      command === undefined
        ? textOf(String(file), environment)
        : await said(String(command), environment);
    const [password = ''] = text.split(/\r?\n/);
    if (password !== '') return { user, password };
  } catch (error) {
    throw new ServerFault({ code: 'no-password', host, detail: (error as Error).message });
  }
  throw new ServerFault({ code: 'no-password', host });
}

function textOf(name: string, { home, cwd }: Context['environment']): string {
  const path = name.startsWith('~/') ? join(home, name.slice(2)) : resolve(cwd, name);
  try {
    return readFileSync(path, 'utf8').slice(0, LONGEST);
  } catch (error) {
    throw new Error(`${name}: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** What a shell's command prints. It may ask on the terminal; what it says there is not ours. */
function said(command: string, { cwd, variables }: Context['environment']): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(command, {
      shell: true,
      cwd,
      env: variables as NodeJS.ProcessEnv,
      stdio: ['inherit', 'pipe', 'inherit'],
      timeout: PATIENCE,
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      if (text.length < LONGEST) text += more;
    });
    child.on('error', (error: NodeJS.ErrnoException) => fail(new Error(error.code ?? 'error')));
    child.on('close', (status, signal) =>
      status === 0 ? done(text) : fail(new Error(String(status ?? signal))),
    );
  });
}

function marksOf(since: number, at: number, context: Context): Marks | undefined {
  const { history: folder } = context.settings;
  if (folder === false) return undefined;
  const history = context.history();
  const { readings } = history.state();
  const touched = marksSince(folder, since);
  return {
    of: (id) => {
      const reading = readings.get(id);
      return { read: reading?.read === true, starred: reading?.starred === true };
    },
    touched: (id) => touched.get(id) ?? {},
    take(id, { read, starred }) {
      const time = isoTime(at);
      if (read !== undefined) history.append({ kind: 'mark', id, read, at: time });
      if (starred !== undefined) history.append({ kind: 'star', id, starred, at: time });
    },
  };
}
