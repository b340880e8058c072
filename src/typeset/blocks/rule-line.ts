// The line that stands for a thematic break.

import type { BrokenLine } from '../lines/paragraph.ts';
import type { Setting } from '../page/setting.ts';
import { columns } from '../text/width.ts';

/** The sign of a break between sections, in the middle of `room` columns. */
export function setRule(room: number, setting: Setting): BrokenLine {
  const { signs, styles } = setting.options.theme;
  const width = columns(signs.rule);
  const left = Number.isFinite(room) ? Math.max(0, Math.floor((room - width) / 2)) : 0;
  return {
    runs: [{ text: ' '.repeat(left) + signs.rule, style: styles.rule, decoration: true }],
    width: left + width,
    join: 'end',
    offset: setting.offset,
  };
}
