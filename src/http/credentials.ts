// Names and passwords: of an address itself, or of a netrc file. Reads no file.

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** The credentials in an address (`https://name:word@host/`). */
export function credentialsOf(url: URL): Credentials | undefined {
  if (url.username === '' && url.password === '') return undefined;
  return { user: decoded(url.username), password: decoded(url.password) };
}

/** `Authorization: Basic` (RFC 7617). */
export function basic({ user, password }: Credentials): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** What a netrc (ftp(1), as curl reads it) says of a host: its `machine`, else `default`. */
export function netrcFor(text: string, host: string): Credentials | undefined {
  const tokens = words(text.slice(0, 1024 * 1024));
  let found: { user?: string; password?: string } | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at];
    if (word === 'machine' || word === 'default') {
      if (found?.password !== undefined) break;
      const name = word === 'machine' ? tokens[++at] : host;
      found = name?.toLowerCase() === host.toLowerCase() ? {} : undefined;
    } else if (word === 'login' || word === 'password') {
      const value = tokens[++at];
      if (found && value !== undefined) found[word === 'login' ? 'user' : 'password'] = value;
    } else if (word === 'account') at++;
  }
  return found?.password === undefined
    ? undefined
    : { user: found.user ?? '', password: found.password };
}

function words(text: string): string[] {
  const plain = text
    .replace(/^[ \t]*macdef\b[^\n]*(?:\n(?![ \t]*(?:\n|$))[^\n]*)*/gm, '')
    .replace(/^[ \t]*#.*$/gm, '');
  return [...plain.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, quoted, bare]) => bare ?? (quoted ?? '').replace(/\\(.)/g, '$1'),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
