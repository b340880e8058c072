// Reads an article aloud, sentence after sentence, and tells the screen which one is said. What says them
// comes in as functions; nothing goes on speaking after `close`.

import type { Place } from '../history/place.ts';
import type { Card } from '../library/article/card.ts';
import type { SpokenSentence, TuiSpeech } from './pages/options.ts';
import { compare } from './pages/sheet.ts';
import type { Action } from './state/state.ts';

export interface Speaker {
  /** From the first sentence that begins at a place or behind it. */
  start(card: Card, place: Place, rate: number): void;
  /** Says the next sentence at once, or the one before. */
  skip(by: 1 | -1): void;
  /** Says the sentence anew, faster or slower. */
  setRate(rate: number): void;
  stop(): void;
}

interface Reading {
  readonly card: Card;
  readonly sentences: readonly SpokenSentence[];
  at: number;
  rate: number;
  /** Ends the sentence that is said. */
  sentence: AbortController;
}

export function speaker(
  speech: TuiSpeech | undefined,
  dispatch: (action: Action) => void,
): Speaker {
  let reading: Reading | undefined;

  const silent = (id: string, notice?: string): void =>
    dispatch({ kind: 'silent', id, ...(notice === undefined ? {} : { notice }) });

  const run = async (own: Reading, say: TuiSpeech['say']): Promise<void> => {
    while (reading === own) {
      const { card, sentences, at, rate } = own;
      const sentence = sentences[at];
      if (sentence === undefined) break;
      dispatch({ kind: 'spoken', id: card.id, sentence });
      own.sentence = new AbortController();
      const ended = await say(sentence.text, card.lang, rate, own.sentence.signal);
      if (ended === 'said') own.at = at + 1;
    }
    if (reading !== own) return;
    reading = undefined;
    silent(own.card.id);
  };

  const stop = (): void => {
    const last = reading;
    reading = undefined;
    last?.sentence.abort();
  };

  return {
    start(card, place, rate) {
      stop();
      if (speech === undefined) return silent(card.id);
      const own: Reading = { card, sentences: [], at: 0, rate, sentence: new AbortController() };
      reading = own;
      const begun = speech.sentences(card).then((sentences) => {
        const first =
          place.block <= 0 && place.offset <= 0
            ? 0
            : sentences.findIndex((one) => compare(one, place) >= 0);
        const whole = { ...own, sentences, at: first < 0 ? sentences.length - 1 : first };
        if (reading !== own) return undefined;
        reading = whole;
        return run(whole, speech.say);
      });
      begun.catch((error: unknown) => {
        if (reading?.card !== card) return;
        reading = undefined;
        const said = error instanceof Error ? error.message : String(error);
        silent(card.id, said.split('\n')[0] ?? '');
      });
    },
    skip(by) {
      if (reading === undefined) return;
      reading.at = Math.max(0, Math.min(reading.at + by, reading.sentences.length));
      reading.sentence.abort();
    },
    setRate(rate) {
      if (reading === undefined) return;
      reading.rate = rate;
      reading.sentence.abort();
    },
    stop,
  };
}
