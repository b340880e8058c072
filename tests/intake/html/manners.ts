// Pages of many makers: the same prose in the markup of each, with what such pages show around it.

import type { Prose } from './prose.ts';

export interface Manner {
  readonly name: string;
  readonly page: (prose: Prose) => string;
  /** What such pages do not say anywhere. */
  readonly lacks?: readonly ('author' | 'date' | 'heading' | 'list' | 'quote')[];
}

const p = (text: string, attributes = '') => `<p${attributes}>${text}</p>`;
const esc = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The body in plain markup. */
function body(prose: Prose, wrap: (text: string) => string = p): string {
  const [one, two, three, four, five] = prose.paragraphs;
  return `${wrap(one!)}${wrap(two!)}<h2>${prose.heading}</h2>${wrap(three!)}<ul>${prose.items.map((item) => `<li>${item}</li>`).join('')}</ul><blockquote><p>${prose.quote}</p></blockquote>${wrap(four!)}${wrap(five!)}`;
}

const nav = (prose: Prose) =>
  `<a class="skip-link" href="#main">${prose.noise[6]}</a><nav><ul>${['Start', 'Politik', 'Wirtschaft', 'Kultur', 'Sport', 'Reise'].map((word) => `<li><a href="/${word}">${word}</a></li>`).join('')}</ul></nav>`;
const foot = (prose: Prose) =>
  `<footer><p>© 2025 ${prose.site}. ${prose.noise[3]}</p><ul><li><a href="/i">${prose.noise[7]}</a></li><li><a href="/k">Kontakt</a></li></ul></footer>`;
const related = (prose: Prose) =>
  `<aside class="related"><h3>${prose.noise[1]}</h3><ul><li><a href="/a">Ein anderer Text über Brücken</a></li><li><a href="/b">Noch ein Text über Boote</a></li></ul></aside>`;
const share =
  '<div class="share-buttons"><a href="#">Facebook</a><a href="#">Twitter</a><a href="#">WhatsApp</a></div>';
const comments = (prose: Prose) =>
  `<section id="comments" class="comments"><h3>${prose.noise[4]}</h3><div class="comment"><p>Sehr schön geschrieben, danke dafür und weiter so.</p></div></section>`;

function html(prose: Prose, head: string, inner: string, more = ''): string {
  return `<!DOCTYPE html><html lang="${prose.lang}"${more}><head><meta charset="utf-8"><title>${esc(prose.title)} | ${prose.site}</title>${head}</head><body>${inner}</body></html>`;
}

const jsonLd = (prose: Prose, type = 'NewsArticle') =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': type, headline: prose.title, datePublished: `${prose.date}T08:00:00+01:00`, author: { '@type': 'Person', name: prose.author }, publisher: { '@type': 'Organization', name: prose.site } })}</script>`;
const og = (prose: Prose) =>
  `<meta property="og:title" content="${esc(prose.title)}"><meta property="og:site_name" content="${prose.site}"><meta property="article:published_time" content="${prose.date}T09:30:00Z"><meta name="author" content="${prose.author}">`;

const article = (
  name: string,
  page: (prose: Prose) => string,
  lacks: Manner['lacks'] = [],
): Manner => ({ name, page, lacks });

export const MANNERS: readonly Manner[] = [
  article('newspaper with JSON-LD', (prose) =>
    html(
      prose,
      jsonLd(prose),
      `${nav(prose)}<main><article><header><h1>${prose.title}</h1><p class="byline">Von ${prose.author}</p></header><div class="ad">${prose.noise[0]}</div>${body(prose)}${p(prose.noise[5]!, ' class="teaser"')}</article>${related(prose)}${comments(prose)}</main>${foot(prose)}`,
    ),
  ),
  article('newspaper with a graph', (prose) =>
    html(
      prose,
      `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"${prose.site}"},{"@type":"Article","headline":${JSON.stringify(prose.title)},"datePublished":"${prose.date}","author":[{"@type":"Person","name":"${prose.author}"}]}]}</script>`,
      `${nav(prose)}<div id="content"><h1>${prose.title}</h1>${share}${body(prose)}${share}</div>${foot(prose)}`,
    ),
  ),
  article('newspaper with Open Graph', (prose) =>
    html(
      prose,
      og(prose),
      `${nav(prose)}<div class="page"><div class="article-body"><h1>${prose.title}</h1>${body(prose)}</div><div class="sidebar">${related(prose)}</div></div>${foot(prose)}`,
    ),
  ),
  article('WordPress', (prose) =>
    html(
      prose,
      og(prose),
      `${nav(prose)}<div id="primary"><article class="post"><header class="entry-header"><h1 class="entry-title">${prose.title}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date" datetime="${prose.date}T10:00:00+00:00">${prose.dateWritten}</time></span> <span class="author vcard">${prose.author}</span></div></header><div class="entry-content">${body(prose)}<div class="sharedaddy">${share}</div></div><footer class="entry-footer"><span class="cat-links"><a href="/c">Allgemein</a></span></footer></article>${comments(prose)}</div>${foot(prose)}`,
    ),
  ),
  article('Ghost', (prose) =>
    html(
      prose,
      og(prose),
      `<header class="gh-head"><a href="/">${prose.site}</a></header><main class="gh-main"><article class="gh-article post"><h1 class="gh-article-title">${prose.title}</h1><section class="gh-content gh-canvas">${body(prose)}</section></article><section class="gh-subscribe"><h3>${prose.noise[2]}</h3></section></main>${foot(prose)}`,
    ),
  ),
  article('Medium', (prose) =>
    html(
      prose,
      `${jsonLd(prose, 'BlogPosting')}`,
      `<div id="root"><div class="a b"><section><h1 class="pw-post-title">${prose.title}</h1><div class="c"><a rel="author" href="/@x">${prose.author}</a><button>Follow</button><span>4 min read</span></div>${body(prose, (text) => p(text, ' class="pw-post-body-paragraph af ag"'))}</section></div></div>`,
    ),
  ),
  article('Substack', (prose) =>
    html(
      prose,
      jsonLd(prose),
      `<div class="main-menu">${prose.site}</div><article class="newsletter-post post"><h1 class="post-title">${prose.title}</h1><div class="available-content"><div class="body markup">${body(prose)}</div></div><div class="subscription-widget">${prose.noise[2]}</div></article>`,
    ),
  ),
  article('Hugo', (prose) =>
    html(
      prose,
      `<meta name="author" content="${prose.author}">`,
      `${nav(prose)}<main><article><h1>${prose.title}</h1><time datetime="${prose.date}">${prose.dateWritten}</time><div class="content">${body(prose)}</div></article></main>${foot(prose)}`,
    ),
  ),
  article('Jekyll', (prose) =>
    html(
      prose,
      '',
      `<header class="site-header">${nav(prose)}</header><main class="page-content"><article class="post h-entry" itemscope itemtype="http://schema.org/BlogPosting"><header class="post-header"><h1 class="post-title p-name" itemprop="name headline">${prose.title}</h1><p class="post-meta"><time class="dt-published" datetime="${prose.date}T00:00:00+00:00" itemprop="datePublished">${prose.dateWritten}</time> • <span itemprop="author" itemscope><span class="p-author h-card" itemprop="name">${prose.author}</span></span></p></header><div class="post-content e-content" itemprop="articleBody">${body(prose)}</div></article></main>${foot(prose)}`,
    ),
  ),
  article(
    'Eleventy without metadata',
    (prose) =>
      html(
        prose,
        '',
        `${nav(prose)}<main id="main"><h1>${prose.title}</h1>${p(prose.dateWritten)}${body(prose)}</main>${foot(prose)}`,
      ),
    ['author'],
  ),
  article(
    'Docusaurus',
    (prose) =>
      html(
        prose,
        '',
        `<nav class="navbar">${prose.site}</nav><div class="docs-wrapper"><aside class="theme-doc-sidebar"><ul><li><a href="/a">Anfang</a></li><li><a href="/b">Werkzeuge</a></li></ul></aside><main><article><div class="theme-doc-markdown markdown"><header><h1>${prose.title}</h1></header>${body(prose)}</div><footer class="theme-doc-footer"><a href="/edit">Edit this page</a></footer></article><nav class="pagination-nav"><a class="pagination-nav__link--next" href="/next">Next »</a></nav></main></div>`,
      ),
    ['author', 'date'],
  ),
  article(
    'Sphinx',
    (prose) =>
      html(
        prose,
        '',
        `<div class="related"><ul><li><a href="genindex.html">index</a></li></ul></div><div class="document"><div class="documentwrapper"><div class="bodywrapper"><div class="body" role="main"><section id="x"><h1>${prose.title}<a class="headerlink" href="#x">¶</a></h1>${body(prose)}</section></div></div></div><div class="sphinxsidebar"><h3>Navigation</h3><ul><li><a href="#">eins</a></li></ul></div></div>`,
      ),
    ['author', 'date'],
  ),
  article(
    'MkDocs',
    (prose) =>
      html(
        prose,
        '',
        `<div class="md-container"><div class="md-sidebar"><nav><a href="/">Start</a></nav></div><div class="md-content" data-md-component="content"><article class="md-content__inner md-typeset"><h1>${prose.title}</h1>${body(prose)}</article></div></div>${foot(prose)}`,
      ),
    ['author', 'date'],
  ),
  article(
    'MediaWiki',
    (prose) =>
      html(
        prose,
        '',
        `<div id="mw-navigation">${nav(prose)}</div><div id="content" class="mw-body" role="main"><h1 id="firstHeading">${prose.title}</h1><div id="bodyContent"><div id="siteSub">Aus ${prose.site}</div><div id="mw-content-text" class="mw-body-content"><div class="mw-parser-output">${body(prose).replace('<h2>', '<h2><span class="mw-headline">').replace('</h2>', '</span><span class="mw-editsection">[<a href="/e">Bearbeiten</a>]</span></h2>')}</div></div></div></div>${foot(prose)}`,
      ),
    ['author', 'date'],
  ),
  article(
    'DokuWiki',
    (prose) =>
      html(
        prose,
        '',
        `<div id="dokuwiki__site">${nav(prose)}<div class="page group"><h1 class="sectionedit1">${prose.title}</h1><div class="level1">${body(prose)}</div></div></div>${foot(prose)}`,
      ),
    ['author', 'date'],
  ),
  article(
    'Confluence',
    (prose) =>
      html(
        prose,
        `<meta name="ajs-page-title" content="${esc(prose.title)}">`,
        `<div id="header">${nav(prose)}</div><div id="main"><h1 id="title-text">${prose.title}</h1><div class="page-metadata"><ul><li>Created by <span class="author">${prose.author}</span></li></ul></div><div id="main-content" class="wiki-content">${body(prose)}</div></div>${foot(prose)}`,
      ),
    ['date'],
  ),
  article(
    'Read the Docs',
    (prose) =>
      html(
        prose,
        '',
        `<nav class="wy-nav-side"><a href="/">${prose.site}</a></nav><section class="wy-nav-content-wrap"><div class="rst-content"><div role="navigation"><ul class="wy-breadcrumbs"><li><a href="/">Docs</a> »</li><li>${prose.title}</li></ul></div><div role="main" class="document"><h1>${prose.title}</h1>${body(prose)}</div></div></section>`,
      ),
    ['author', 'date'],
  ),
  article(
    'Stack Overflow answer',
    (prose) =>
      html(
        prose,
        '',
        `${nav(prose)}<div id="mainbar"><h1>${prose.title}</h1><div class="question"><div class="s-prose">${p(prose.paragraphs[0]!)}</div></div><div class="answer accepted-answer"><div class="s-prose post-text">${body(prose).replace(p(prose.paragraphs[0]!), '')}</div></div></div>${foot(prose)}`,
      ),
    ['author', 'date'],
  ),
  article('Discourse', (prose) =>
    html(
      prose,
      jsonLd(prose, 'DiscussionForumPosting'),
      `<header>${nav(prose)}</header><div id="main-outlet"><div id="topic-title"><h1>${prose.title}</h1></div><div class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator">${prose.author}</span></div><div class="post" itemprop="text">${body(prose)}</div></div></div>`,
    ),
  ),
  article('phpBB', (prose) =>
    html(
      prose,
      '',
      `<div id="page-header">${nav(prose)}</div><h2 class="topic-title">${prose.title}</h2><div class="post"><p class="author">von <strong>${prose.author}</strong> » ${prose.dateWritten}</p><div class="content">${body(prose)}</div><div class="signature">Wer liest, lebt doppelt.</div></div>${foot(prose)}`,
    ),
  ),
  article('recipe', (prose) =>
    html(
      prose,
      jsonLd(prose, 'Recipe'),
      `${nav(prose)}<div class="recipe"><h1>${prose.title}</h1><div class="recipe-body">${body(prose)}</div></div><div class="newsletter">${prose.noise[2]}</div>${foot(prose)}`,
    ),
  ),
  article('microdata', (prose) =>
    html(
      prose,
      '',
      `${nav(prose)}<div itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">${prose.title}</h1><span itemprop="author" itemscope><span itemprop="name">${prose.author}</span></span><meta itemprop="datePublished" content="${prose.date}"><div itemprop="articleBody">${body(prose)}</div></div>${related(prose)}${foot(prose)}`,
    ),
  ),
  article('Dublin Core', (prose) =>
    html(
      prose,
      `<meta name="DC.creator" content="${prose.author}"><meta name="DC.date" content="${prose.date}">`,
      `${nav(prose)}<div class="text"><h1>${prose.title}</h1>${body(prose)}</div>${foot(prose)}`,
    ),
  ),
  article('scholarly journal', (prose) =>
    html(
      prose,
      `<meta name="citation_title" content="${esc(prose.title)}"><meta name="citation_author" content="${prose.author}"><meta name="citation_publication_date" content="${prose.date.replaceAll('-', '/')}">`,
      `${nav(prose)}<article><h1>${prose.title}</h1><div class="abstract">${body(prose)}</div></article>${foot(prose)}`,
    ),
  ),
  article(
    'page of 1998',
    (prose) =>
      `<HTML><HEAD><TITLE>${prose.title}</TITLE></HEAD><BODY BGCOLOR=white><CENTER><H1>${prose.title}</H1></CENTER><P>${prose.paragraphs[0]}<P>${prose.paragraphs[1]}<H2>${prose.heading}</H2><P>${prose.paragraphs[2]}<UL>${prose.items.map((item) => `<LI>${item}`).join('')}</UL><BLOCKQUOTE>${prose.quote}</BLOCKQUOTE><P>${prose.paragraphs[3]}<P>${prose.paragraphs[4]}<HR><ADDRESS>${prose.author}, ${prose.dateWritten}</ADDRESS></BODY></HTML>`,
    ['author'],
  ),
  article(
    'layout of tables',
    (prose) =>
      html(
        prose,
        '',
        `<table width="100%"><tr><td colspan="2">${prose.site}</td></tr><tr><td width="150"><a href="/a">Start</a><br><a href="/b">Archiv</a></td><td><h1>${prose.title}</h1>${body(prose)}</td></tr></table>`,
      ),
    ['author', 'date'],
  ),
  article(
    'paragraphs of line breaks',
    (prose) =>
      html(
        prose,
        '',
        `${nav(prose)}<div class="story"><h1>${prose.title}</h1>${prose.paragraphs.join('<br><br>')}</div>${foot(prose)}`,
      ),
    ['author', 'date', 'heading', 'list', 'quote'],
  ),
  article('paragraphs of divs', (prose) =>
    html(
      prose,
      og(prose),
      `${nav(prose)}<div class="story-text"><h1>${prose.title}</h1>${body(prose, (text) => `<div>${text}</div>`)}</div>${foot(prose)}`,
    ),
  ),
  article('AMP', (prose) =>
    html(
      prose,
      jsonLd(prose),
      `<amp-sidebar>${nav(prose)}</amp-sidebar><article><h1>${prose.title}</h1><amp-ad>${prose.noise[0]}</amp-ad>${body(prose)}</article>${foot(prose)}`,
      ' amp',
    ),
  ),
  article('newspaper with a wall below', (prose) =>
    html(
      prose,
      jsonLd(prose),
      `${nav(prose)}<article><h1>${prose.title}</h1>${body(prose)}<div class="paywall-banner"><p>${prose.noise[2]}</p></div></article>${foot(prose)}`,
    ),
  ),
  article('date and byline in a line', (prose) =>
    html(
      prose,
      '',
      `${nav(prose)}<div class="content"><h1>${prose.title}</h1><p>${prose.lang === 'de' ? 'Von' : 'By'} ${prose.author}</p><p>${prose.dateWritten}</p>${body(prose)}</div>${foot(prose)}`,
    ),
  ),
  article('header in the article', (prose) =>
    html(
      prose,
      og(prose),
      `<article><header><p class="kicker">Kultur</p><h1>${prose.title}</h1></header>${share}${body(prose)}<footer><p>${prose.noise[3]}</p></footer></article>${related(prose)}`,
    ),
  ),
  article('advertisements between paragraphs', (prose) =>
    html(
      prose,
      jsonLd(prose),
      `${nav(prose)}<article><h1>${prose.title}</h1>${body(prose).replaceAll('</p><p>', `</p><div class="ad-slot"><p>${prose.noise[0]}</p></div><p>`)}</article>${foot(prose)}`,
    ),
  ),
  article('teasers between paragraphs', (prose) =>
    html(
      prose,
      jsonLd(prose),
      `${nav(prose)}<article><h1>${prose.title}</h1>${body(prose).replace('</ul>', `</ul><p class="teaser"><strong>${prose.noise[5]}</strong></p>`)}</article>${foot(prose)}`,
    ),
  ),
  article('cookie banner first', (prose) =>
    html(
      prose,
      og(prose),
      `<div class="cookie-banner"><p>Wir verwenden Cookies. <button>Akzeptieren</button> <button>Ablehnen</button></p></div>${nav(prose)}<main><h1>${prose.title}</h1>${body(prose)}</main>${foot(prose)}`,
    ),
  ),
  article('sections', (prose) =>
    html(
      prose,
      og(prose),
      `${nav(prose)}<main><h1>${prose.title}</h1><section>${p(prose.paragraphs[0]!)}${p(prose.paragraphs[1]!)}</section><section><h2>${prose.heading}</h2>${p(prose.paragraphs[2]!)}<ul>${prose.items.map((item) => `<li>${item}</li>`).join('')}</ul></section><section><blockquote>${prose.quote}</blockquote>${p(prose.paragraphs[3]!)}${p(prose.paragraphs[4]!)}</section></main>${foot(prose)}`,
    ),
  ),
  article(
    'Drupal',
    (prose) =>
      html(
        prose,
        '',
        `${nav(prose)}<div class="region-content"><article class="node node--type-article"><h1 class="page-title">${prose.title}</h1><div class="node__meta">Submitted by <span class="field--name-uid">${prose.author}</span> on ${prose.date}</div><div class="node__content"><div class="field--name-body">${body(prose)}</div></div></article></div>${foot(prose)}`,
      ),
    ['author'],
  ),
  article('TYPO3', (prose) =>
    html(
      prose,
      `<meta name="date" content="${prose.date}"><meta name="author" content="${prose.author}">`,
      `${nav(prose)}<!--TYPO3SEARCH_begin--><div class="csc-default"><h1>${prose.title}</h1></div><div class="csc-textpic-text">${body(prose)}</div><!--TYPO3SEARCH_end--><p><a href="javascript:window.print()">Drucken</a></p>${foot(prose)}`,
    ),
  ),
  article(
    'press release',
    (prose) =>
      html(
        prose,
        `<meta name="date" content="${prose.date}">`,
        `${nav(prose)}<div class="press-release"><h1>${prose.title}</h1><p class="date">${prose.dateWritten}</p>${body(prose)}</div>${foot(prose)}`,
      ),
    ['author'],
  ),
  article('newsletter in the browser', (prose) =>
    html(
      prose,
      og(prose),
      `<table role="presentation"><tr><td><table role="presentation"><tr><td><h1>${prose.title}</h1></td></tr><tr><td>${body(prose)}</td></tr></table></td></tr></table>`,
    ),
  ),
  article('single page with hidden parts', (prose) =>
    html(
      prose,
      jsonLd(prose),
      `<div id="app"><div hidden><p>Dies soll niemand sehen, es ist versteckt.</p></div><div style="display:none"><p>Auch dies ist nicht zu sehen und lang genug.</p></div><main><h1>${prose.title}</h1>${body(prose)}</main></div>`,
    ),
  ),
  article(
    'saved page',
    (prose) =>
      `<!-- saved from url=(0040)https://example.org/ -->\n${html(prose, og(prose), `${nav(prose)}<main><article><h1>${prose.title}</h1>${body(prose)}</article></main>${foot(prose)}`)}`,
  ),
  article(
    'encyclopaedia with a box of facts',
    (prose) =>
      html(
        prose,
        '',
        `<div id="mw-navigation">${nav(prose)}</div><div id="content" role="main"><h1 id="firstHeading">${prose.title}</h1><div id="mw-content-text"><div class="mw-parser-output"><div role="note" class="hatnote navigation-not-searchable">${prose.noise[5]}</div><div id="toc" class="toc" role="navigation"><h2>Inhaltsverzeichnis</h2><ul><li><a href="#a">1 ${prose.site}</a></li></ul></div>${body(prose)}<div class="navbox" role="navigation"><a href="/a">Kontakt</a></div></div></div><div id="catlinks"><a href="/k">Kategorie</a>: <ul><li><a href="/k/1">Facebook</a></li></ul></div></div>${foot(prose)}`,
      ),
    ['author', 'date'],
  ),
  article('magazine with players and boxes', (prose) =>
    html(
      prose,
      jsonLd(prose),
      `${nav(prose)}<main><article><header><h2><span>Werkstatt</span> <span>${prose.title}</span></h2><h1 hidden>${prose.title}</h1></header><div class="player"><button>Artikel anhören</button></div><section data-area="body"><div class="RichText">${p(prose.paragraphs[0]!)}${p(prose.paragraphs[1]!)}</div><aside class="box"><h3>${prose.noise[1]}</h3><a href="/x">Ein anderer Text über Brücken</a></aside><div class="RichText"><h2>${prose.heading}</h2>${p(prose.paragraphs[2]!)}<ul>${prose.items.map((item) => `<li>${item}</li>`).join('')}</ul><blockquote><p>${prose.quote}</p></blockquote>${p(prose.paragraphs[3]!)}${p(prose.paragraphs[4]!)}</div></section></article>${share}${comments(prose)}</main>${foot(prose)}`,
    ),
  ),
  article(
    'broadcaster',
    (prose) =>
      html(
        prose,
        `<meta property="og:title" content="${esc(prose.title)}"><meta property="og:site_name" content="${prose.site}">`,
        `${nav(prose)}<div class="content-wrapper"><div class="article-head"><span class="topline">Reportage</span><h1 class="headline">${prose.title}</h1><p class="metatextline">Stand: ${prose.date.split('-').reverse().join('.')} 08:00 Uhr</p></div><article class="container content-wrapper__group">${body(prose, (text) => p(text, ' class="textabsatz columns twelve"'))}</article><div class="sharing">${share}</div></div>${foot(prose)}`,
      ),
    ['author'],
  ),
  article(
    'repository with its readme',
    (prose) =>
      html(
        prose,
        '',
        `<header role="banner">${nav(prose)}</header><div class="application-main"><main><div class="repository-content"><table aria-labelledby="files"><tbody><tr><td><a href="/src">src</a></td><td><a href="/c">Fix the build</a></td><td>2 days ago</td></tr><tr><td><a href="/t">tests</a></td><td><a href="/d">Add tests</a></td><td>3 days ago</td></tr></tbody></table><div id="readme"><article class="markdown-body entry-content" itemprop="text"><h1 dir="auto">${prose.title}</h1>${body(prose, (text) => p(text, ' dir="auto"'))}</article></div></div><div class="Layout-sidebar"><h2>About</h2><p>Facebook</p></div></main></div>${foot(prose)}`,
      ),
    ['author', 'date'],
  ),
  article('Blogger', (prose) =>
    html(
      prose,
      '',
      `<div class="header"><h1 class="title"><a href="/">${prose.site}</a></h1></div><div class="main"><h2 class="date-header"><span>${prose.dateWritten}</span></h2><div class="post hentry"><h3 class="post-title entry-title" itemprop="name">${prose.title}</h3><div class="post-body entry-content" itemprop="articleBody">${body(prose)}</div><div class="post-footer"><span class="post-author vcard">von <span class="fn" itemprop="author" itemscope><span itemprop="name">${prose.author}</span></span></span></div></div><div class="blog-pager"><a rel="next" href="/n">Weiter</a></div></div>${foot(prose)}`,
    ),
  ),
  article('site of blocks', (prose) =>
    html(
      prose,
      og(prose),
      `${nav(prose)}<main><article class="BlogItem h-entry"><h1 class="BlogItem-title" data-content-field="title">${prose.title}</h1><div class="sqs-layout"><div class="row"><div class="col"><div class="sqs-block html-block"><div class="sqs-block-content">${p(prose.paragraphs[0]!)}${p(prose.paragraphs[1]!)}</div></div><div class="sqs-block html-block"><div class="sqs-block-content"><h2>${prose.heading}</h2>${p(prose.paragraphs[2]!)}<ul>${prose.items.map((item) => `<li><p>${item}</p></li>`).join('')}</ul></div></div><div class="sqs-block html-block"><div class="sqs-block-content"><blockquote><p>${prose.quote}</p></blockquote>${p(prose.paragraphs[3]!)}${p(prose.paragraphs[4]!)}</div></div></div></div></div></article><section class="BlogItem-pagination"><a href="/n">Weiter</a></section></main>${foot(prose)}`,
    ),
  ),
  article(
    'page of an authority',
    (prose) =>
      html(
        prose,
        `<meta name="dcterms.created" content="${prose.date}"><meta name="dc.title" content="${esc(prose.title)}">`,
        `<ol class="breadcrumb"><li><a href="/">Start</a></li><li><a href="/b">Bürger</a></li><li>${prose.title}</li></ol><div id="main" role="main"><div class="abstract"><h1 class="isFirstInSlot">${prose.title}</h1></div><div class="content">${body(prose)}</div><div class="docActions"><ul><li><a href="#p">Drucken</a></li><li><a href="#f">Facebook</a></li></ul></div><div class="c-contact"><h2>Kontakt</h2></div></div>${foot(prose)}`,
      ),
    ['author'],
  ),
  article('recipe with a graph of data', (prose) =>
    html(
      prose,
      `<script type="application/ld+json">${JSON.stringify({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebSite', name: prose.site },
          {
            '@type': 'Recipe',
            name: prose.title,
            author: { name: prose.author },
            datePublished: prose.date,
            recipeIngredient: prose.items,
            recipeInstructions: [{ '@type': 'HowToStep', text: prose.paragraphs[0] }],
          },
        ],
      })}</script>`,
      `${nav(prose)}<main><article><h1 class="entry-title">${prose.title}</h1><div class="jump"><a href="#r">${prose.lang === 'de' ? 'Drucken' : 'Print'}</a></div><div class="entry-content">${p(prose.paragraphs[0]!)}${p(prose.paragraphs[1]!)}<div class="recipe-card" id="r"><h2>${prose.heading}</h2>${p(prose.paragraphs[2]!)}<ul class="ingredients">${prose.items.map((item) => `<li>${item}</li>`).join('')}</ul><blockquote>${prose.quote}</blockquote></div>${p(prose.paragraphs[3]!)}${p(prose.paragraphs[4]!)}</div></article>${comments(prose)}</main>${foot(prose)}`,
    ),
  ),
];
