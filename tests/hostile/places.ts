// Where in an article, its front matter, its names text can stand. It knows nothing of what stands there.

/** A place in Markdown: the attack put into one block. Line ends in an attack become blanks where a block is one line. */
export interface Place {
  readonly name: string;
  readonly write: (attack: string) => string;
}

const line = (text: string): string => text.replace(/[\n\r]/g, ' ');
const cell = (text: string): string => line(text).replaceAll('|', '\\|');

export const BODY_PLACES: readonly Place[] = [
  { name: 'paragraph', write: (x) => `Text ${x} text` },
  { name: 'emphasis', write: (x) => `*em ${x} em*` },
  { name: 'strong', write: (x) => `**strong ${x} strong**` },
  { name: 'deleted', write: (x) => `~~deleted ${x} deleted~~` },
  { name: 'heading', write: (x) => `## Heading ${line(x)} heading` },
  { name: 'underlined heading', write: (x) => `Heading ${line(x)} heading\n---` },
  { name: 'code span', write: (x) => `\`code ${x} code\`` },
  { name: 'code', write: (x) => `\`\`\`\ncode ${x} code\n\`\`\`` },
  { name: 'highlighted code', write: (x) => `\`\`\`js\nconst a = "${x}"; // ${x}\n\`\`\`` },
  { name: 'indented code', write: (x) => `    code ${line(x)} code` },
  { name: 'info string', write: (x) => `~~~${line(x)} ${line(x)}\ncode\n~~~` },
  {
    name: 'language of code',
    write: (x) => `\`\`\`${line(x).replace(/[`\s]/g, '')}\ncode\n\`\`\``,
  },
  { name: 'code never closed in a quote', write: (x) => `> \`\`\`\n> ${line(x)}` },
  { name: 'link text', write: (x) => `[link ${x} text](https://example.org/)` },
  { name: 'link address', write: (x) => `[link](https://example.org/${x})` },
  { name: 'link address in angles', write: (x) => `[link](<https://example.org/ ${line(x)}>)` },
  { name: 'link to a script', write: (x) => `[link](<java${x}script:alert(1)>)` },
  {
    name: 'link to a scheme',
    write: (x) => `[link](${x}javascript:alert(1)) [link](<data:text/html,${x}>)`,
  },
  { name: 'link title', write: (x) => `[link](https://example.org/ "title ${x}")` },
  { name: 'relative link', write: (x) => `[link](other${x}.md) [link](#anchor${x})` },
  { name: 'mail link', write: (x) => `[link](mailto:a@example.org?subject=${x})` },
  { name: 'autolink', write: (x) => `<https://example.org/${x}>` },
  { name: 'bare address', write: (x) => `https://example.org/${x} www.example.org/${x}` },
  { name: 'mail autolink', write: (x) => `<a${x}@example.org> b${x}@example.org` },
  {
    name: 'reference',
    write: (x) =>
      `[label ${x}][one ${x}] [two]\n\n[one ${line(x)}]: https://example.org/${line(x)} "title ${line(x)}"\n[two]: <https://example.org/${line(x)}>`,
  },
  { name: 'picture', write: (x) => `![alt ${x} text](picture${x}.png "title ${x}")` },
  { name: 'picture by address', write: (x) => `![](https://example.org/${x}.png)` },
  { name: 'list', write: (x) => `- item ${line(x)}\n  - inner ${line(x)}` },
  { name: 'numbered list', write: (x) => `7. item ${line(x)}` },
  { name: 'task', write: (x) => `- [ ] task ${line(x)}\n- [${line(x)}] task` },
  { name: 'quote', write: (x) => `> quote ${line(x)}` },
  { name: 'alert', write: (x) => `> [!NOTE]\n> alert ${line(x)}\n\n> [!${line(x)}]\n> alert` },
  {
    name: 'table',
    write: (x) =>
      `| head ${cell(x)} | b |\n| --- | :-: |\n| cell ${cell(x)} | [link](https://example.org/${cell(x)}) |`,
  },
  { name: 'footnote', write: (x) => `Text[^n]\n\n[^n]: note ${line(x)}` },
  {
    name: 'footnote label',
    write: (x) => `Text[^${x.replace(/[\s\]]/g, '')}]\n\n[^${x.replace(/[\s\]]/g, '')}]: note`,
  },
  { name: 'HTML block', write: (x) => `<div title="${x}">html ${x}</div>` },
  {
    name: 'HTML inline',
    write: (x) => `a <kbd class='${x}'>key ${x}</kbd> <sup>${x}</sup> <mark>${x}</mark> b`,
  },
  {
    name: 'HTML link',
    write: (x) =>
      `a <a href="https://example.org/${x}" title="${x}">link ${x}</a> <a href='${x}javascript:alert(1)'>link</a> b`,
  },
  { name: 'HTML picture', write: (x) => `<img src="${x}" alt="alt ${x}" title="${x}">` },
  {
    name: 'HTML attribute without quotes',
    write: (x) => `a <a href=https://example.org/${x}>link</a> <img alt=${x}> b`,
  },
  { name: 'HTML name', write: (x) => `a <x${x} y>b</x${x}> c` },
  { name: 'HTML comment', write: (x) => `a <!-- ${x} --> b <? ${x} ?> c <![CDATA[${x}]]> d` },
  { name: 'HTML pre', write: (x) => `<pre><code>${x}</code></pre>` },
  {
    name: 'HTML details',
    write: (x) => `<details open><summary>${x}</summary>\n\ntext ${x}\n\n</details>`,
  },
  { name: 'HTML table', write: (x) => `<table><tr><th>${x}<td>${x}</table>` },
  {
    name: 'HTML script',
    write: (x) =>
      `<script>${x}</script><style>${x}</style><title>${x}</title><textarea>${x}</textarea>`,
  },
  {
    name: 'HTML lists',
    write: (x) =>
      `<ul><li>${x}</ul><dl><dt>${x}<dd>${x}</dl><blockquote>${x}</blockquote><h3>${x}</h3>`,
  },
  { name: 'emoji name', write: (x) => `:smile${x}: :${x}:` },
  { name: 'backslashes', write: (x) => `\\${x}\\` },
  { name: 'hard break', write: (x) => `a ${x}  \nb ${x}\\\nc` },
  { name: 'rule', write: (x) => `***${line(x)}` },
];

export const MATTER_FIELDS = [
  'title',
  'date',
  'updated',
  'author',
  'lang',
  'summary',
  'source',
  'draft',
  'other',
] as const;

const yaml = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/[\n\r\u2028\u2029]/g, ' ')}"`;
/** Each character as YAML's own escape. */
const escaped = (text: string): string =>
  `"${[...text].map((one) => `\\U${(one.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`).join('')}"`;
const named = (text: string): string =>
  `"${text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\x1b', '\\e')
    .replaceAll('\x07', '\\a')
    .replace(/[\n\r]/g, '\\n')
    .replace(
      /[^ -~]/gu,
      (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0').slice(-4)}`,
    )}"`;
const bare = (text: string): string => text.replace(/[\n\r]/g, ' ');

/** Ways to write a field in front matter. */
export const MATTER_STYLES: readonly {
  readonly name: string;
  readonly write: (attack: string) => string;
}[] = [
  { name: 'quoted', write: yaml },
  { name: 'escaped', write: escaped },
  { name: 'escaped by name', write: named },
  { name: 'bare', write: bare },
];

/** Front matter with the attack in every field. */
export function matter(attack: string, write: (attack: string) => string): string {
  const fields = MATTER_FIELDS.map(
    (field) =>
      `${field}: ${field === 'source' ? write(`https://example.org/${attack}`) : write(`${field} ${attack}`)}`,
  );
  return `---\n${fields.join('\n')}\nauthors: [${write(attack)}]\ntags: [${write(`tag ${attack}`)}, b]\n${write(attack)}: key\n---\n\nBody.\n`;
}
