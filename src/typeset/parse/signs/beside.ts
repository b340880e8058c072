// What stands beside a sign of markup, which decides whether it opens or closes anything.

/** Whether a sign is a blank, or there is none. */
export const isBlank = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign);

/** Whether a sign is a letter or a digit. */
export const isWord = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
