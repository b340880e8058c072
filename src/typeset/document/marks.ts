// Values of a document's shape, apart from the parser: a cached document loads no lexer.

/** Raised when the shape below changes, so that a cache knows what it must parse anew. */
export const DOCUMENT_VERSION = 4;

/** What a stretch of text is. A span carries a sum of these. */
export const MARK = Object.freeze({
  strong: 1,
  emphasis: 2,
  code: 4,
  deleted: 8,
  inserted: 16,
  highlight: 32,
  keyboard: 64,
  subscript: 128,
  superscript: 256,
  underline: 512,
  image: 1024,
});
