// news tui: the full-screen reader, with everything it may do outside its screen.

import type { Catalog } from '../../catalog/catalog.ts';
import { keyFaults } from '../../check/key-faults.ts';
import { libraryEffects } from '../../context/adding/library-effects.ts';
import { findArticles } from '../../context/article.ts';
import type { Article } from '../../context/article-shown.ts';
import { type Context, command } from '../../context/context.ts';
import { checkRoots } from '../../context/filter.ts';
import { givenArticle, readPath } from '../../context/loose-article.ts';
import { pictureDepth } from '../../context/pictures/picture-room.ts';
import { screenPictures } from '../../context/pictures/screen-pictures.ts';
import { NewsError } from '../../errors.ts';
import { openersFor, openInBrowser } from '../../output/browser.ts';
import { compose, edit, editorCommand } from '../../output/editor.ts';
import { stopUntilContinued } from '../../output/job.ts';
import { type TerminalStreams, terminalStreams } from '../../output/streams.ts';
import { fileStamp, watchFile } from '../../output/watch.ts';
import type { KeyOverrides } from '../../tui/keys/keymap.ts';
import type { TuiEffects, TuiFeeds, TuiHistory, TuiSpeech } from '../../tui/pages/options.ts';
import { type WidthKeeper, widthKeeper } from './keep-width.ts';
import { screenPages } from './screen-pages.ts';

/** Loads the reader; Ink asks its layout engine as soon as it is loaded, so the engine comes first. */
async function loadReader() {
  const { loadLayoutEngine } = await import('../../tui/ink/layout-engine.ts');
  await loadLayoutEngine();
  return import('../../tui/tui.ts');
}

export const tui = command(async (context: Context, words: readonly string[]) => {
  const { environment, messages } = context;
  const { tty } = environment;
  const { errors } = messages;
  const isScreen = tty.stdout && environment.variables['TERM'] !== 'dumb';
  const streams = isScreen ? await terminalStreams(tty.stdin) : undefined;
  if (streams === undefined)
    throw new NewsError('usage', errors.noTerminal, errors.noTerminalHint(words.join(' ')));
  try {
    const [fault] = keyFaults(context);
    if (fault) throw fault;
    checkRoots(context);
    const articles = words.length > 0 ? await findArticles(context, words) : await given(context);
    await shown(context, streams, articles);
  } finally {
    streams.close();
  }
  return 0;
});

async function given(context: Context): Promise<readonly Article[]> {
  const article = await givenArticle(context);
  return article === undefined ? [] : [article];
}

/** The library of the reader, its history, and the article it begins with. */
async function shelfFor(context: Context, articles: readonly Article[]) {
  const { messages } = context;
  const [first] = articles;
  if (first === undefined || !first.loose) {
    return { catalog: await context.catalog(), history: context.history(), card: first?.card };
  }
  const loose = articles.filter((article) => article.loose);
  const { looseLibrary } = await import('./loose-catalog.ts');
  const title = first.card.path === '-' ? messages.list.standardInput : messages.list.files;
  const { catalog, cards } = looseLibrary(loose, title, async (article) =>
    article.card.path === '-' ? article : readPath(article.card.path, article.card.path, context),
  );
  // What lies in no library leaves no trace.
  const history: TuiHistory = { state: () => ({ readings: new Map() }), append: () => undefined };
  return { catalog, history, card: cards[0] };
}

async function shown(
  context: Context,
  streams: TerminalStreams,
  articles: readonly Article[],
): Promise<void> {
  const { settings, terminal } = context;
  const find = context.flags['find'];
  const [{ openTui }, { catalog, history, card }] = await Promise.all([
    loadReader(),
    shelfFor(context, articles),
  ]);
  const depth = pictureDepth(context);
  const pictures = depth === undefined ? undefined : screenPictures(context, depth);
  const width = widthKeeper(context);
  const ended = new AbortController();
  await openTui({
    catalog,
    history,
    ...screenPages(context, pictures),
    terminal: {
      stdin: streams.stdin,
      stdout: streams.stdout,
      interactive: true,
      screenReader: settings.screenReader,
      mouse: settings.mouse,
      unicode: terminal.unicode,
    },
    effects: effectsFor(context, streams.keys, width),
    ...(pictures === undefined ? {} : { pictures }),
    feeds: feedsFor(context, ended.signal),
    speech: speechFor(context, catalog),
    keys: settings.keys as KeyOverrides,
    ...(settings.textWidth ? { textWidth: settings.textWidth } : {}),
    start: {
      ...(card ? { card } : {}),
      ...(typeof find === 'string' ? { words: [find] } : {}),
    },
  }).finally(width.settle);
  ended.abort();
  pictures?.close();
}

/** Feeds, loaded with the first look at them; `signal` ends what is under way. */
function feedsFor(context: Context, signal: AbortSignal): TuiFeeds {
  const load = async () =>
    (await import('../../context/feeds/screen-feeds.ts')).screenFeeds(context, signal);
  return {
    facts: async () => (await load()).facts(),
    fetch: async (all, said) => (await load()).fetch(all, said),
  };
}

/** Speech, loaded when it is first wanted. */
function speechFor(context: Context, catalog: Catalog): TuiSpeech {
  const load = async () => (await import('./speech-engine.ts')).screenSpeech(context, catalog);
  return {
    sentences: async (card) => (await load()).sentences(card),
    say: async (...order) => (await load()).say(...order),
  };
}

function effectsFor(context: Context, keys: number, width: WidthKeeper): TuiEffects {
  const { environment, messages } = context;
  const { variables, platform } = environment;
  return {
    open: async (address) => {
      const openers = openersFor(address, variables['BROWSER'], platform);
      if ((await openInBrowser(openers)) === undefined) {
        throw new Error(
          messages.errors.noBrowser(openers.map(({ command }) => command).join(', ')),
        );
      }
    },
    edit: async (path) => {
      if (path === '-') throw new Error(messages.errors.noFile);
      await edit(editorCommand(variables, platform), path, platform, keys);
    },
    compose: (text) => compose(text, editorCommand(variables, platform), platform, keys),
    suspend: stopUntilContinued,
    stamp: fileStamp,
    watch: watchFile,
    rememberWidth: width.keep,
    ...libraryEffects(context),
    now: () => environment.now().toISOString(),
  };
}
