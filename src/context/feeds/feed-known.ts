// What is known of a feed: its state, and what is wrong with it in a sentence.

import { readServerState } from '../../feeds/server/server-state.ts';
import { type FeedState, readState, stateFileOf } from '../../feeds/store/feed-state.ts';
import type { Followed } from '../../feeds/store/followed.ts';
import type { FollowingWords } from '../../messages/following.ts';
import type { Context } from '../context.ts';
import { troubleSentence } from './feeds.ts';

const DAY = 86_400_000;

/** The state of a feed, and why it could not be read or how it is broken. */
export function feedKnown(
  { folder, fields }: Followed,
  context: Context,
  words: FollowingWords,
): { readonly state: FeedState; readonly trouble: string | undefined } {
  const { folders, environment } = context;
  const now = environment.now().getTime();
  const state = readState(stateFileOf(folders.state, folder), fields.feed, now);
  const faults = (state.faults ?? []).map((fault) => words.fault[fault]);
  const broken = faults.length > 0 ? words.broken(faults) : undefined;
  const failed = state.trouble && troubleSentence(state.trouble, context);
  const served = fields.server && readServerState(stateFileOf(folders.state, fields.server), now);
  if (served) return { state, trouble: served.trouble && troubleSentence(served.trouble, context) };
  return { state, trouble: state.gone ? words.gone : (failed ?? broken) };
}

/** `07:40` of today, else the day. */
export function shownTime(time: number, now: number, { messages }: Context): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  if (now - time < DAY && date.getDate() === new Date(now).getDate()) {
    return `${two(date.getHours())}:${two(date.getMinutes())}`;
  }
  return messages.format.shortDate(
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
  );
}
