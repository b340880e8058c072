// The line of a series that has got something new.

import type { FollowingWords } from '../../messages/following.ts';
import { lineOf } from '../../output/columns.ts';
import { printed } from '../../output/print.ts';
import { tsv } from '../../output/tsv.ts';
import { clip } from '../../typeset/text/width.ts';
import type { Context } from '../context.ts';
import { listWidth, painterFor, themeFor } from '../presentation.ts';

/** Key, title and what came: set on a terminal, as tab-separated values (key, title, new, changed) elsewhere. */
export function newsLine(
  key: string,
  title: string,
  { added, changed }: { readonly added: readonly unknown[]; readonly changed: readonly unknown[] },
  context: Context,
  words: FollowingWords,
): string {
  const { terminal } = context;
  if (!terminal.tty) return tsv([[key, title, added.length, changed.length]]);
  const { styles, signs } = themeFor(context);
  const count = [
    ...(added.length > 0 ? [words.added(added.length)] : []),
    ...(changed.length > 0 ? [words.changed(changed.length)] : []),
  ].join(', ');
  const room = Math.max(16, listWidth(context) - count.length - 7);
  const line = lineOf([
    { text: '  ', style: {} },
    { text: clip(title, room, signs.ellipsis), style: {} },
    { text: `   ${count}`, style: styles.muted },
  ]);
  return printed([line], painterFor(context));
}
