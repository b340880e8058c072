// Lists in markup: Netscape bookmarks, the pages that Pocket and Instapaper export, OPML. Pure.

import { Parser } from 'htmlparser2';
import type { ListedAddress } from '../incoming.ts';
import { addressOf, tagsOf, timeOf } from './values.ts';

const READ = /^(?:read archive|archive[d]?|gelesen|archiv)$/i;
const STARRED = /^(?:starred|favou?rites?|favoriten)$/i;
/** Headings that are no tags: where a browser or service keeps everything. */
const ROOTS =
  /^(?:unread|bookmarks?(?: (?:bar|toolbar|menu))?|lesezeichen(?:-symbolleiste|-menü|leiste)?|other bookmarks|weitere lesezeichen|menu|toolbar|favorites bar|instapaper.*|pocket export|reading list|leseliste)?$/i;

/** Elements within one another; beyond it the rest is left. The parser's own stack takes time by its square. */
const DEEPEST = 2000;

interface Draft {
  readonly attributes: Readonly<Record<string, string>>;
  title: string;
  summary: string;
  readonly folders: readonly string[];
}

/** Links of an exported page; the headings above are tags, or say that they were read. Linear. */
export function readBookmarks(html: string): ListedAddress[] {
  const drafts: Draft[] = [];
  const folders: string[] = [];
  let heading: string | undefined;
  let link: Draft | undefined;
  let described: Draft | undefined;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++depth > DEEPEST) parser.pause();
      if (/^h[1-6]$/.test(name)) {
        heading = '';
        described = undefined;
        if (name === 'h1') folders.length = 0;
      } else if (name === 'a') {
        link = { attributes, title: '', summary: '', folders: [...folders.slice(-20)] };
        drafts.push(link);
        described = undefined;
      } else if (name === 'dd') described = drafts.at(-1);
      else if (name === 'dt' || name === 'li') described = undefined;
    },
    ontext(text) {
      if (heading !== undefined) heading += text;
      else if (link) link.title += text;
      else if (described) described.summary += text;
    },
    onclosetag(name, implied) {
      depth--;
      if (heading !== undefined && /^h[1-6]$/.test(name)) {
        folders.push(heading.trim());
        heading = undefined;
      } else if (name === 'a') link = undefined;
      else if (name === 'dl' && !implied) {
        folders.pop();
        described = undefined;
      }
    },
  });
  parser.end(html);
  return drafts.map(bookmarkOf).filter((entry) => entry !== undefined);
}

function bookmarkOf({ attributes, title, summary, folders }: Draft): ListedAddress | undefined {
  const address = addressOf(attributes['href']);
  if (address === undefined) return undefined;
  const words = title.replace(/\s+/g, ' ').trim();
  const about = summary.replace(/\s+/g, ' ').trim();
  const added = timeOf(attributes['time_added'] ?? attributes['add_date']);
  const tags = folders.filter((one) => !ROOTS.test(one) && !READ.test(one) && !STARRED.test(one));
  return {
    address,
    tags: [...new Set([...tagsOf(attributes['tags']), ...tags])],
    ...(words === '' || addressOf(words) !== undefined ? {} : { title: words }),
    ...(about === '' ? {} : { summary: about }),
    ...(added === undefined ? {} : { added }),
    ...(folders.some((one) => READ.test(one)) ? { read: true } : {}),
    ...(folders.some((one) => STARRED.test(one)) ? { starred: true } : {}),
  };
}

/** Pages of an OPML 2.0 file (`link`, or with `url`), outlines around them as tags; `feeds` counts feeds. */
export function readOpml(xml: string): {
  readonly entries: readonly ListedAddress[];
  readonly feeds: number;
} {
  const entries: ListedAddress[] = [];
  const above: (string | undefined)[] = [];
  let feeds = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) parser.pause();
        if (name.toLowerCase() !== 'outline') return;
        const get = (wanted: string): string | undefined =>
          Object.entries(attributes).find(([key]) => key.toLowerCase() === wanted)?.[1];
        const title = (get('title') ?? get('text') ?? '').replace(/\s+/g, ' ').trim();
        const address = addressOf(get('url'), get('href'), get('xmlurl') ? '' : get('htmlurl'));
        if (get('xmlurl')) feeds++;
        else if (address !== undefined) {
          const added = timeOf(get('created'));
          const tags = above.slice(-20).filter((tag) => tag !== undefined);
          entries.push({
            address,
            tags: [...new Set([...tags, ...tagsOf(get('category'))])],
            ...(title === '' ? {} : { title }),
            ...(added === undefined ? {} : { added }),
          });
        }
        above.push(title === '' || address !== undefined ? undefined : title);
      },
      onclosetag(name) {
        depth--;
        if (name.toLowerCase() === 'outline') above.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { entries, feeds };
}
