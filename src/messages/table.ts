// The type of every language's table: what the English one has.

import type { en } from './en.ts';

export type Messages = typeof en;
