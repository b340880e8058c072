// What stands beside a sign of markup, which decides whether it opens or closes anything.

export const isBlank = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign);

export const isWord = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
