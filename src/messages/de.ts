// German.

import { check } from './de/check.ts';
import { errors } from './de/errors.ts';
import { format } from './de/format.ts';
import { help } from './de/help.ts';
import { list } from './de/list.ts';
import { manual } from './de/manual.ts';
import { page } from './de/page.ts';
import { tui } from './de/tui.ts';
import type { Messages } from './table.ts';

export const de: Messages = { check, errors, format, help, list, manual, page, tui };
