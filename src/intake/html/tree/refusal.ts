// Pages that are no article: shells of scripts, logins, walls of consent, lists of links, pages that are not there.

import type { RefusalReason } from '../../incoming.ts';
import { all, type Tree, textOf } from './dom.ts';

/** Letters of an article at the least. */
const LEAST = 140;

/** What a page is judged by, seen before its article is taken out of it. */
export interface Seen {
  readonly body: string;
  readonly title: string;
  readonly heading: string;
  readonly hasLogin: boolean;
  readonly hasScript: boolean;
  /** Whether most of its text stands in links. */
  readonly isIndex: boolean;
}

export function seenOf(tree: Tree, page: string): Seen {
  const body = textOf(tree.body);
  const links = all(tree, 'a').slice(0, 3000);
  const linked = links.reduce((sum, link) => sum + textOf(link).length, 0);
  return {
    body,
    title: textOf(tree.querySelector('title')),
    heading: textOf(tree.querySelector('h1')),
    hasLogin: /type=["']?password/i.test(page),
    hasScript: /<script/i.test(page),
    isIndex: links.length > 8 && linked > body.length * 0.5,
  };
}

/** Why a page is no article, or undefined. `text` is what was found in it. */
export function refusalOf(seen: Seen, text: string): RefusalReason | undefined {
  const { body, title, heading } = seen;
  const { length } = text;
  if (length >= LEAST * 4) return undefined;
  if (MISSING.test(title) || MISSING.test(heading)) return 'missing';
  if (length < LEAST * 3 && (seen.hasLogin || LOGIN.test(title))) return 'login';
  if (length < LEAST * 2 && CONSENT.test(body) && AGREE.test(body)) return 'consent';
  if (body.length < LEAST && seen.hasScript) return 'script';
  if (length < LEAST * 2 && NO_SCRIPT.test(body)) return 'script';
  if (seen.isIndex) return 'links';
  return length < 40 ? 'empty' : undefined;
}

const MISSING = /^(?:(?:error )?40[34]\b|(?:seite )?nicht gefunden|page not found|not found)/i;
const LOGIN = /(?:log ?in|sign ?in|anmelden|anmeldung|einloggen)\b/i;
const CONSENT = /cookies?|einwilligung|consent|datenschutz|privacy|gdpr|dsgvo/i;
const AGREE = /akzeptieren|zustimmen|accept|agree|ablehnen|reject/i;
const NO_SCRIPT =
  /(?:enable|activate|turn on|aktivieren sie) javascript|javascript (?:is )?(?:required|disabled|erforderlich|deaktiviert|muss)/i;
