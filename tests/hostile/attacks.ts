// What a stranger may try on a terminal or on an eye: raw, encoded, in pieces, in other encodings.
// It knows nothing of where in an article it will stand.

/** One attempt; `bytes` where it can't be said in a string. */
export interface Attack {
  readonly name: string;
  readonly text: string;
  /** Set where something must be gone from the text, and a sign must stand in its place. */
  readonly leavesSign: boolean;
}

const ESC = '\x1b';
const BEL = '\x07';
const ST = '\x1b\\';

/** Sequences for a terminal, with a name each. `PWNED` is what each would show, send or keep. */
const SEQUENCES: Readonly<Record<string, string>> = {
  ESC: ESC,
  'ESC c, full reset': `${ESC}c`,
  'ESC 7 8, save and restore': `${ESC}7PWNED${ESC}8`,
  'ESC # 8, alignment pattern': `${ESC}#8`,
  'ESC ( 0, line-drawing letters': `${ESC}(0PWNED`,
  'ESC M, reverse index': `${ESC}M`,
  'ESC k, screen title': `${ESC}kPWNED${ST}`,
  'CSI 2J, erase': `${ESC}[2J`,
  'CSI H, home': `${ESC}[H`,
  'CSI 1A 2K, overwrite the line above': `${ESC}[1A${ESC}[2K`,
  'CSI 8m, conceal': `${ESC}[8m`,
  'CSI 5m, blink': `${ESC}[5m`,
  'CSI 38:2, a colour with colons': `${ESC}[38:2::1:2:3m`,
  'CSI 6n, ask for the place': `${ESC}[6n`,
  'CSI c, ask who it is': `${ESC}[c`,
  'CSI > c, ask again': `${ESC}[>c`,
  'CSI 21t, ask for the title': `${ESC}[21t`,
  'CSI 5i, print': `${ESC}[5i`,
  'CSI ?1049h, alternate screen': `${ESC}[?1049h`,
  'CSI ?1003h, mouse': `${ESC}[?1003h`,
  'CSI ?2004h, bracketed paste': `${ESC}[?2004h`,
  'CSI ?25l, hide the cursor': `${ESC}[?25l`,
  'CSI 4h, insert mode': `${ESC}[4h`,
  'CSI r, scroll region': `${ESC}[2;3r`,
  'CSI without end': `${ESC}[`,
  'CSI with 9,999 parameters': `${ESC}[${'1;'.repeat(9999)}m`,
  'OSC 0, title': `${ESC}]0;PWNED${BEL}`,
  'OSC 2, title, ST': `${ESC}]2;PWNED${ST}`,
  'OSC 4, palette': `${ESC}]4;1;#000000${BEL}`,
  'OSC 7, folder': `${ESC}]7;file:///PWNED${BEL}`,
  'OSC 8, script': `${ESC}]8;;javascript:alert(1)${ST}PWNED${ESC}]8;;${ST}`,
  'OSC 8, web': `${ESC}]8;;https://evil.example/${ST}bank.example${ESC}]8;;${ST}`,
  'OSC 9, notice': `${ESC}]9;PWNED${BEL}`,
  'OSC 10, ask for a colour': `${ESC}]10;?${BEL}`,
  'OSC 11, background': `${ESC}]11;#000000${BEL}`,
  'OSC 50, font': `${ESC}]50;PWNED${BEL}`,
  'OSC 52, clipboard': `${ESC}]52;c;UFdORUQ=${BEL}`,
  'OSC 52, ask for the clipboard': `${ESC}]52;c;?${BEL}`,
  'OSC 133, shell mark': `${ESC}]133;C${BEL}`,
  'OSC 777, notice': `${ESC}]777;notify;PWNED;PWNED${ST}`,
  'OSC 1337, file': `${ESC}]1337;File=inline=1:UFdORUQ=${BEL}`,
  'OSC without end': `${ESC}]0;PWNED`,
  'OSC P, console palette': `${ESC}]P0000000`,
  'DCS, ask for a setting': `${ESC}P$qm${ST}`,
  'DCS, tmux': `${ESC}Ptmux;${ESC}${ESC}]0;PWNED${BEL}${ST}`,
  'DCS, sixel': `${ESC}Pq#0;2;0;0;0~-${ST}`,
  'APC, picture': `${ESC}_Gf=24,s=1,v=1;AAAA${ST}`,
  PM: `${ESC}^PWNED${ST}`,
  SOS: `${ESC}XPWNED${ST}`,
  'C1 CSI': '\x9b2J',
  'C1 OSC': '\x9d0;PWNED\x9c',
  'C1 DCS': '\x90$qm\x9c',
  'C1 APC': '\x9fGf=24\x9c',
  'C1 PM': '\x9ePWNED\x9c',
  'C1 SOS': '\x98PWNED\x9c',
  'C1 NEL IND RI': 'a\x85b\x84c\x8dd',
  'C1 SS2 SS3': '\x8eA\x8fB',
  'C1 DECID': '\x9a',
  'two-byte CSI as two controls': '\x1b\x9b2J',
  NUL: '\x00',
  BEL: BEL,
  BS: 'safe\b\b\b\bPWND',
  VT: 'a\x0bb',
  FF: 'a\x0cb',
  'SO SI': '\x0ePWNED\x0f',
  ENQ: '\x05',
  'CAN SUB': 'a\x18b\x1ac',
  DEL: 'safe\x7f\x7f\x7f\x7fPWND',
  XOFF: '\x13',
  'all of C0': String.fromCharCode(
    ...Array.from({ length: 32 }, (_, i) => i).filter((i) => i !== 9 && i !== 10 && i !== 13),
  ),
  'all of C1': String.fromCharCode(...Array.from({ length: 32 }, (_, i) => 0x80 + i)),
  RLO: 'user\u202egnp.exe',
  LRO: '\u202dPWNED',
  'RLE LRE PDF': '\u202bPWNED\u202a\u202c',
  isolates: 'if (a\u2066 // \u2069\u2066) return',
  FSI: '\u2068PWNED\u2069',
  LRM: 'a\u200eb',
  RLM: 'a\u200fb',
  ALM: 'a\u061cb',
  ZWSP: 'pay\u200bpal',
  'word joiner': 'pay\u2060pal',
  'byte order mark inside': 'pay\ufeffpal',
  'joiner in Latin': 'pay\u200dpal',
  'non-joiner in Latin': 'pay\u200cpal',
  'invisible plus': 'a\u2063b\u2064c',
  'deprecated formats': 'a\u206ab\u206fc',
  annotation: '\ufff9PWNED\ufffahidden\ufffb',
  'tag letters': 'hello\u{e0068}\u{e0069}\u{e0001}',
  'tag letters after a flag that is none': '\u{1f3f4}\u{e0068}\u{e0069}',
  'hundred variation selectors': `a${'\ufe01'.repeat(100)}`,
  'selectors of the second kind': `a${'\u{e0121}\u{e0132}'.repeat(20)}`,
  'Hangul filler': 'a\u3164b\u115fc\uffa0d',
  'Mongolian separator': 'a\u180eb',
  'shorthand formats': 'a\u{1bca0}b',
  'musical formats': 'a\u{1d173}b',
  'joined by removal, CSI in CSI': `${ESC}${ESC}[2J[2J`,
  'joined by removal, C1 between': `${ESC}\x9c]0;PWNED${BEL}`,
  'joined by removal, bidi between': `${ESC}\u202e[2J`,
  'joined by removal, zero width between': `${ESC}\u200b]52;c;UFdORUQ=${BEL}`,
  'joined by removal, NUL between': `${ESC}\x00[2J`,
  'split by emphasis': `${ESC}*[*2J`,
  'split by strong': `${ESC}**]**0;PWNED${BEL}`,
  'split by code': `${ESC}\`[2J\``,
  'split by a tag': `${ESC}<b></b>[2J`,
  'split by a comment': `${ESC}<!-- -->[2J`,
  'split by a backslash': `\\${ESC}\\[2J`,
  'split by a line end': `${ESC}\n[2J`,
  'split by an entity': `${ESC}&#91;2J`,
  'carriage return hides': 'rm -rf /\rPWNED   ',
  'line separator': 'a\u2028b',
  'paragraph separator': 'a\u2029b',
};

/** Without a sign of their own: line ends of another kind, and parts of which nothing is removed. */
const NO_SIGN = new Set(['carriage return hides', 'line separator', 'paragraph separator']);

const hex = (text: string): string =>
  [...text].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join('');
const decimal = (text: string): string =>
  [...text].map((one) => `&#${one.codePointAt(0)};`).join('');
const padded = (text: string): string =>
  text.replace(/[^ -~]/gu, (one) => `&#X00000${one.codePointAt(0)?.toString(16).toUpperCase()};`);
const onlyControls = (text: string): string =>
  text.replace(/[^ -~]/gu, (one) => `&#${one.codePointAt(0)};`);
const percent = (text: string): string =>
  text.replace(/[^ -~]/gu, (one) => encodeURIComponent(one));
const bytePercent = (text: string): string =>
  text.replace(
    /[^ -~]/gu,
    (one) => `%${(one.codePointAt(0) ?? 0 & 0xff).toString(16).padStart(2, '0')}`,
  );

/** Ways to write the same; each hopes that something decodes it after the check. */
const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  'decimal references': onlyControls,
  'hexadecimal references throughout': hex,
  'padded references': padded,
  'references encoded twice': (text) => onlyControls(text).replaceAll('&', '&amp;'),
  'references encoded three times': (text) =>
    decimal(text).replaceAll('&', '&amp;').replaceAll('&', '&amp;'),
  'percent-encoded': percent,
  'percent-encoded bytes': bytePercent,
  'percent-encoded, then referenced': (text) => percent(text).replaceAll('%', '&#37;'),
  'JavaScript escapes': (text) =>
    JSON.stringify(
      text.replace(/[\x7f-\x9f]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`),
    ).slice(1, -1),
};

/** References by name, for what HTML has names for. */
const NAMED = [
  '&zwj;&zwnj;&lrm;&rlm;&shy;',
  '&ZeroWidthSpace;PWNED&NoBreak;',
  '&InvisibleTimes;&ic;&af;&it;',
  '&NegativeThinSpace;&NegativeMediumSpace;',
  '&#155;2J',
  '&#x9b;2J',
  '&#x1B[2J',
  '&#27[2J',
  '&#0;',
  '&#x0;',
  '&#xd800;',
  '&#x110000;',
  '&#99999999999999999999;',
  '&#x202E;',
  '&#8238;',
  '&bsol;x1b[2J',
  '&Tab;&NewLine;',
  '&lt;b&gt;\x1b[2J',
];

/** Every attempt, all with different names. */
export const ATTACKS: readonly Attack[] = [
  ...Object.entries(SEQUENCES).map(([name, text]) => ({
    name,
    text,
    leavesSign: !NO_SIGN.has(name),
  })),
  ...Object.entries(ENCODINGS).flatMap(([encoding, encode]) =>
    Object.entries(SEQUENCES)
      .filter(
        ([name]) => !NO_SIGN.has(name) && !name.startsWith('split') && !name.includes('9,999'),
      )
      .map(([name, text]) => ({
        name: `${name}; ${encoding}`,
        text: encode(text),
        leavesSign: false,
      })),
  ),
  ...NAMED.map((text) => ({ name: JSON.stringify(text), text, leavesSign: false })),
];

/** Files whose bytes are no UTF-8, or are another encoding. */
export const BYTE_ATTACKS: readonly { readonly name: string; readonly bytes: Buffer }[] = [
  ...['\x1b]0;PWNED\x07', '\x9b2J', '\x1b[2J', '\u202ePWNED', '\x1b]52;c;UFdORUQ=\x07'].flatMap(
    (text) => [
      {
        name: `UTF-16 little-endian ${JSON.stringify(text)}`,
        bytes: Buffer.from(`\ufeff# Title ${text}\n\nText ${text}\n`, 'utf16le'),
      },
      {
        name: `UTF-16 big-endian ${JSON.stringify(text)}`,
        bytes: Buffer.from(`\ufeff# Title ${text}\n\nText ${text}\n`, 'utf16le').swap16(),
      },
      {
        name: `UTF-8 with a mark ${JSON.stringify(text)}`,
        bytes: Buffer.from(`\ufeff# Title ${text}\n\nText ${text}\n`),
      },
      {
        name: `Latin-1 ${JSON.stringify(text)}`,
        bytes: Buffer.from(`# Title ${text}\n\nText ${text}\n`, 'latin1'),
      },
    ],
  ),
  ...[
    ['overlong ESC in two', [0xc0, 0x9b]],
    ['overlong ESC in three', [0xe0, 0x80, 0x9b]],
    ['overlong ESC in four', [0xf0, 0x80, 0x80, 0x9b]],
    ['overlong ESC in five', [0xf8, 0x80, 0x80, 0x80, 0x9b]],
    ['lone continuation that is C1 CSI', [0x9b]],
    ['high surrogate', [0xed, 0xa0, 0x80]],
    ['surrogates for RLO', [0xed, 0xa0, 0x80, 0xed, 0xb0, 0xae]],
    ['cut character before ESC', [0xe2, 0x80, 0x1b]],
    ['cut character before C1', [0xe2, 0xc2, 0x9b]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x9b]],
    ['FE FF', [0xfe, 0xff, 0x1b]],
  ].map(([name, bytes]) => ({
    name: name as string,
    bytes: Buffer.concat([
      Buffer.from('# Title '),
      Buffer.from(bytes as number[]),
      Buffer.from('[2J]0;PWNED\n\nText '),
      Buffer.from(bytes as number[]),
      Buffer.from('[2J\n'),
    ]),
  })),
];

/** Texts that hold what attacks hold and need it; they must come out as they went in. */
export const NEEDED: Readonly<Record<string, string>> = {
  'a family': '👩‍👩‍👧‍👦',
  'a skin tone and a trade': '👩🏽‍🚀',
  'a heart with a selector': '❤️',
  'a keycap': '1️⃣ #️⃣',
  'the rainbow flag': '🏳️‍🌈',
  'the flag of Wales': '🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  'regional letters': '🇩🇪🇫🇷',
  'Persian with non-joiners': 'می‌خواهم',
  'Hindi with a joiner': 'क्‍ष',
  'Sinhala with a joiner': 'ශ්‍රී',
  Hebrew: 'שלום עולם',
  Arabic: 'السلام عليكم',
  'an ideograph and its variant': '葛󠄀',
  Thai: 'สวัสดี',
  'combining marks': 'é n̈',
};
