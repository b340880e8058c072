// English, the language every other table is measured by.

import { check } from './en/check.ts';
import { errors } from './en/errors.ts';
import { format } from './en/format.ts';
import { help } from './en/help.ts';
import { list } from './en/list.ts';
import { manual } from './en/manual.ts';
import { page } from './en/page.ts';
import { tui } from './en/tui.ts';

export const en = { check, errors, format, help, list, manual, page, tui };
