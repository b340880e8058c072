// How an export looks: serif text in a measure, dark and light, hyphenation left to the reader's program.

/** For EPUB and HTML alike; readers of books put their own over it. */
export const STYLE = `html { color-scheme: light dark; }
body { font-family: Georgia, "Noto Serif", serif; line-height: 1.5; hyphens: auto; }
h1, h2, h3, h4 { line-height: 1.2; hyphens: none; break-after: avoid; text-align: start; }
h1 { font-size: 1.7em; margin: 1em 0 .3em; }
h2 { font-size: 1.3em; margin: 1.6em 0 .4em; }
h3 { font-size: 1.1em; margin: 1.4em 0 .3em; }
p, ul, ol, blockquote, pre, table, figure { margin: .7em 0; }
.summary { font-style: italic; }
.facts { font-size: .85em; opacity: .75; }
blockquote { margin-inline: 1.2em; font-style: italic; }
.alert { border-inline-start: .2em solid; padding-inline-start: .8em; margin: 1em 0; }
.alert-title { font-weight: bold; }
pre { font-size: .85em; line-height: 1.35; white-space: pre-wrap; overflow-wrap: anywhere; padding-inline-start: 1em; }
code, kbd { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .9em; }
table { border-collapse: collapse; }
th { border-bottom: 1px solid; text-align: start; }
th, td { padding: .2em .8em .2em 0; vertical-align: top; }
.right { text-align: right; }
.center { text-align: center; }
img { max-width: 100%; height: auto; }
hr { border: 0; border-top: 1px solid; width: 4em; margin: 2em auto; opacity: .5; }
.noteref { line-height: 0; font-size: .75em; }
.note { font-size: .85em; margin: .4em 0; }
.note .mark { float: left; margin: 0 .6em 0 0; }
.note p { margin: .2em 0; }
.formula { margin: 1em; overflow-x: auto; }
nav ol { list-style: none; padding: 0; }
`;

/** What a page in a browser has besides: a measure, and paper. */
export const PAGE_STYLE = `body { max-width: 36em; margin: 2em auto; padding: 0 1.2em; }
article + article { margin-top: 5em; }
@media (prefers-color-scheme: dark) { body { background: #1b1a18; color: #ddd6c9; } a { color: #7fb8d6; } }
@media print { body { max-width: none; margin: 0; } a { color: inherit; text-decoration: none; } article { break-before: page; } }
`;
