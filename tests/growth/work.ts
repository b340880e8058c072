// The work of reading a text, counted rather than timed: calls of regular expressions, since a text that is
// read again at each level calls them again, and the size of what comes of it, since that is the memory.

import { parseDocument } from '../../src/typeset/parse/parse-document.ts';

/** Calls of expressions for each character, at most. The worst known takes 135, plain text 1. */
const MOST_CALLS = 400;
/** Characters of the document as JSON for each character of the text, at most. The worst known takes 14. */
const MOST_SIZE = 120;
/** What a short text may cost beside that. */
const START = 200;

/** Reads `text` and throws where it takes more work than its length allows, without doing all of that work. */
export function mustBeLinear(text: string): void {
  const whole = `${text}\n\n[r]: /u\n`;
  const most = MOST_CALLS * (whole.length + START);
  const { exec } = RegExp.prototype;
  let calls = 0;
  let size = 0;
  RegExp.prototype.exec = function count(this: RegExp, given: string) {
    if (++calls > most) throw new Error(`more than ${most} calls for ${whole.length} characters`);
    return exec.call(this, given);
  };
  try {
    const document = parseDocument(whole);
    RegExp.prototype.exec = exec;
    size = JSON.stringify(document).length;
  } finally {
    RegExp.prototype.exec = exec;
  }
  if (size > MOST_SIZE * (whole.length + START))
    throw new Error(`a document of ${size} characters for ${whole.length}`);
}
