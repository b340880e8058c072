// Values as JSON text for other programs, harmless where it is looked at in a terminal.

// What JSON lets stand as it is and a terminal obeys or hides: DEL, C1, bidi and zero-width controls, tags.
const HIDDEN =
  /[\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|[\ufe00-\ufe0f]|\ud82f[\udca0-\udca3]|\ud834[\udd73-\udd7a]|[\udb40-\udb43][\udc00-\udfff]/g;

/** `value` as indented JSON with a newline at its end. Signs that show nothing are escaped: the value is the same. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(HIDDEN, escaped)}\n`;
}

function escaped(sign: string): string {
  let text = '';
  for (let i = 0; i < sign.length; i++) {
    text += `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return text;
}
