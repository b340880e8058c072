// Title, authors, dates, language, summary of a page: by what pages say for machines, then by what they show.

import type { ArticleFacts } from '../../incoming.ts';
import { languageOf } from '../../language.ts';
import { all, resolved, type Tree, textOf } from '../tree/dom.ts';
import { authorsOf } from './authors.ts';
import { dateOf, day } from './dates.ts';
import type { PageHead } from './head.ts';
import { type Data, field, meta, nameOf, plain, rank, typesOf } from './said.ts';
import { titleOf } from './title.ts';

export interface PageFacts extends ArticleFacts {
  readonly site?: string;
}

const ARTICLES =
  /^(?:\w*Article|\w*Posting|Report|Recipe|Book|CreativeWork|WebPage|Review|HowTo|FAQPage|Question|QAPage|NewsMediaOrganization)$/;

export function factsOf(head: PageHead, tree: Tree, address: string | undefined): PageFacts {
  const objects = head.data
    .filter((one) => typesOf(one).some((type) => ARTICLES.test(type)))
    .sort((a, b) => rank(b) - rank(a));
  const site = siteOf(head, objects);
  const title = titleOf(head, tree, objects, site);
  const authors = authorsOf(head, tree, objects, site);
  const date = dateOf(head, tree, objects, address);
  const updated = day(
    field(objects, 'dateModified') ??
      meta(head, 'article:modified_time', 'og:updated_time', 'last-modified', 'dcterms.modified'),
  );
  const summary =
    meta(head, 'description', 'og:description', 'twitter:description', 'dc.description') ??
    field(objects, 'description');
  const source =
    resolved(head.links.get('canonical')?.[0] ?? meta(head, 'og:url') ?? '', address) ??
    resolved(address ?? '', undefined);
  const tags = tagsOf(head, objects);
  const lang = langOf(head, tree);
  return {
    ...(title === undefined ? {} : { title }),
    ...(site === undefined ? {} : { site }),
    authors,
    ...(date === undefined ? {} : { date }),
    ...(updated === undefined || updated === date ? {} : { updated }),
    ...(lang === undefined ? {} : { lang }),
    ...(summary === undefined ? {} : { summary: plain(summary) }),
    ...(source === undefined ? {} : { source }),
    tags,
  };
}

function siteOf(head: PageHead, objects: readonly Data[]): string | undefined {
  const publisher = objects.map((one) => nameOf(one['publisher'])).find(Boolean);
  const organisation = head.data.find((one) =>
    typesOf(one).some((type) => /Organization|WebSite/.test(type)),
  );
  return meta(head, 'og:site_name', 'application-name') ?? publisher ?? nameOf(organisation);
}

function tagsOf(head: PageHead, objects: readonly Data[]): string[] {
  const keywords = objects
    .flatMap((one) => [one['keywords']].flat())
    .filter((tag): tag is string => typeof tag === 'string');
  const metas = [...(head.metas.get('article:tag') ?? []), ...(head.metas.get('keywords') ?? [])];
  const found = (keywords.length > 0 ? keywords : metas)
    .flatMap((tag) => tag.split(/\s*[,;]\s*/))
    .map(plain);
  return [...new Set(found)]
    .filter((tag) => tag.length > 1 && tag.length < 40 && !/:/.test(tag))
    .slice(0, 12);
}

/** The language that most of the text is in, where the page says another or none. */
function langOf(head: PageHead, tree: Tree): string | undefined {
  const said = (head.lang ?? meta(head, 'content-language', 'og:locale') ?? '')
    .replace('_', '-')
    .trim();
  const isTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/i.test(said);
  const counted = languageOf(
    all(tree, 'p').slice(0, 500).map(textOf).join(' ').slice(0, 20_000) ||
      textOf(tree.body).slice(0, 20_000),
  );
  if (counted !== undefined && (!isTag || said.slice(0, 2).toLowerCase() !== counted))
    return counted;
  return isTag ? said : counted;
}
