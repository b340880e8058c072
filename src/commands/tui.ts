// news tui: the full-screen reader, with everything it may do outside its screen.

import { libraryEffects } from '../context/adding/library-effects.ts';
import { findCard } from '../context/article.ts';
import { type Context, command } from '../context/context.ts';
import { keyFaults } from '../context/key-faults.ts';
import { type PagePictures, pagePictures, pictureDepth } from '../context/page-pictures.ts';
import { ansiOptions, painterFor, themeFor } from '../context/presentation.ts';
import { NewsError } from '../errors.ts';
import type { Card } from '../library/article/card.ts';
import { openersFor, openInBrowser } from '../output/browser.ts';
import { edit, editorCommand } from '../output/editor.ts';
import { stopUntilContinued } from '../output/job.ts';
import { terminalStreams } from '../output/streams.ts';
import { fileStamp, watchFile } from '../output/watch.ts';
import { rememberedWidth, rememberWidth } from '../settings/reader-state.ts';
import type { KeyOverrides } from '../tui/keys/keymap.ts';
import type { TuiEffects } from '../tui/pages/options.ts';
import { setFront } from '../typeset/blocks/front.ts';
import type { TypesetOptions } from '../typeset/look/options.ts';
import { paint } from '../typeset/page/paint.ts';
import { createSectionSetter } from '../typeset/sections.ts';
import { typeset } from '../typeset/typeset.ts';

/** Loads the reader; Ink asks its layout engine as soon as it is loaded, so the engine comes first. */
async function loadReader() {
  const { loadLayoutEngine } = await import('../tui/ink/layout-engine.ts');
  await loadLayoutEngine();
  return import('../tui/tui.ts');
}

export const tui = command(async (context: Context, words: readonly string[]) => {
  const { environment, messages, settings, terminal, folders } = context;
  const { tty } = environment;
  if (!tty.stdin || !tty.stdout || environment.variables['TERM'] === 'dumb') {
    throw new NewsError('usage', messages.errors.noTerminal, messages.errors.noTerminalHint);
  }
  const [fault] = keyFaults(context);
  if (fault) throw fault;
  const query = words.join(' ');
  const card = query === '' ? undefined : await findCard(context, query);
  const find = context.flags['find'];
  const [{ openTui }, catalog] = await Promise.all([loadReader(), context.catalog()]);
  const painter = painterFor(context);
  // Links are followed on the screen; their addresses need no room in the text.
  const depth = pictureDepth(context);
  const pictures = new Map<string, PagePictures>();
  const picturesOf = ({ id, path }: Card): PagePictures => {
    let known = pictures.get(id);
    if (known === undefined) {
      known = pagePictures(context, path, depth ?? 'truecolor');
      pictures.set(id, known);
    }
    return known;
  };
  const options = (shown: Card, width: number): TypesetOptions => ({
    ...ansiOptions(context, shown.lang),
    width,
    wide: width,
    hyperlinks: true,
    ...(depth === undefined ? {} : { pictures: picturesOf(shown).fit }),
  });
  const textWidth = settings.width || rememberedWidth(folders.state);
  await openTui({
    catalog,
    history: context.history(),
    wording: {
      messages: terminal.unicode ? messages.tui : inAscii(messages.tui),
      date: (iso, style) =>
        style === 'long' ? messages.format.longDate(iso) : messages.format.shortDate(iso),
      number: messages.format.number,
      percent: messages.format.percent,
    },
    theme: themeFor(context),
    terminal: {
      ...terminalStreams(),
      interactive: true,
      screenReader: settings.screenReader,
      mouse: settings.mouse,
      unicode: terminal.unicode,
    },
    page: (document, shown, width, wide) => typeset(document, { ...options(shown, width), wide }),
    // Addresses are numbered through the whole page: then no part can be set before the others.
    ...(settings.links === 'references'
      ? {}
      : { sections: (shown, width) => createSectionSetter(options(shown, width)) }),
    front: (front, shown, width) => setFront(front, { ...ansiOptions(context, shown.lang), width }),
    paint: (line, links) => paint(line, painter, links),
    effects: effectsFor(context),
    ...(depth === undefined
      ? {}
      : {
          pictures: {
            row: (shown, row) => picturesOf(shown).row(row),
            draw: (shown, row) => picturesOf(shown).draw(row),
          },
        }),
    keys: settings.keys as KeyOverrides,
    ...(textWidth === undefined ? {} : { textWidth }),
    start: {
      ...(card ? { card } : {}),
      ...(typeof find === 'string' ? { words: [find] } : {}),
    },
  });
  for (const own of pictures.values()) own.close();
  return 0;
});

/** The sentences that the reader shows while it is at work, without the one sign ASCII lacks. */
function inAscii(messages: Context['messages']['tui']): Context['messages']['tui'] {
  const dots = (text: string): string => text.replace('…', '...');
  return { ...messages, loading: dots(messages.loading), moment: dots(messages.moment) };
}

function effectsFor(context: Context): TuiEffects {
  const { environment, settings, folders, messages } = context;
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
    edit: (path) => edit(editorCommand(variables, platform), path, platform),
    suspend: stopUntilContinued,
    stamp: fileStamp,
    watch: watchFile,
    rememberWidth: (columns) => {
      if (settings.history !== false) rememberWidth(folders.state, columns);
    },
    ...libraryEffects(context),
    now: () => environment.now().toISOString(),
  };
}
