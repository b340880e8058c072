// What stands over an alert: its title, or the name of its kind.

import type { Alert, Block } from '../document/document.ts';
import { type BrokenLine, setParagraph } from '../lines/paragraph.ts';
import { toRuns } from '../lines/runs.ts';
import type { Setting } from '../page/setting.ts';
import type { BlockContext } from './block-context.ts';
import { setText } from './text-lines.ts';

export const ALERT_ROLE = {
  note: 'alertNote',
  tip: 'alertTip',
  important: 'alertImportant',
  warning: 'alertWarning',
  caution: 'alertCaution',
} as const;

export function setAlertLabel(
  block: Extract<Block, { kind: 'quote' }>,
  alert: Alert,
  inner: BlockContext,
  setting: Setting,
): BrokenLine[] {
  const { theme, labels, lang } = setting.options;
  const label = theme.styles.strong;
  const style = alert === 'warning' ? label : { ...theme.styles[ALERT_ROLE[alert]], ...label };
  if (block.title !== undefined)
    return setText(toRuns(block.title, style, setting), inner, setting, true);
  return setParagraph([{ text: labels[alert], style, decoration: true }], {
    width: inner.width,
    hyphenate: 'never',
    justify: false,
    lang,
  }).map((line) => ({ ...line, offset: setting.offset, join: 'end' }));
}
