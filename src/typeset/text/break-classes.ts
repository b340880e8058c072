// The line breaking class of each character (UAX 14, table 1). The rules are in breaks.ts.

/** Classes as small numbers, so that a table of 64 KB answers for the whole basic plane. */
export const AL = 1;
export const SP = 2;
export const NU = 3;
export const OP = 4;
export const CL = 5;
export const CP = 6;
export const QU = 7;
export const EX = 8;
export const IS = 9;
export const SY = 10;
export const HY = 11;
/** An unambiguous hyphen, U+2010: LB20a and LB21a treat it as HY. */
export const HH = 12;
export const BA = 13;
export const BB = 14;
export const B2 = 15;
export const PR = 16;
export const PO = 17;
export const IN = 18;
export const NS = 19;
export const ID = 20;
export const GL = 21;
export const WJ = 22;
export const ZW = 23;
export const CM = 24;
export const ZWJ = 25;
export const CB = 26;
export const HL = 27;
export const RI = 28;
export const EB = 29;
export const EM = 30;
export const H2 = 31;
export const H3 = 32;
export const JL = 33;
export const JV = 34;
export const JT = 35;
/** Scripts without spaces whose words only a dictionary finds: Thai, Lao, Khmer, Myanmar. */
export const SA = 36;

/** Half of a surrogate pair, which has no class of its own. */
export const SG = 37;

/** First match wins. Digits of Brahmi-like scripts are AL: such text breaks at spaces alone. */
const makeClasses = (): readonly (readonly [number, RegExp])[] => [
  [ZW, /\u200b/u],
  [ZWJ, /\u200d/u],
  [WJ, /[\u2060\ufeff]/u],
  [CB, /\ufffc/u],
  // A separator that is not the line's own end counts as a space: the page is broken by us alone.
  [SP, /[\t-\r \u0085\u2028\u2029]/u],
  [
    GL,
    /[\u00a0\u0f08\u0f0c\u0f12\u0fd9\u0fda\u180e\u2007\u2011\u202f]|\u034f|[\u035c-\u0362]|\u1dcd|\u1dfc/u,
  ],
  [RI, /\p{Regional_Indicator}/u],
  [EM, /\p{Emoji_Modifier}/u],
  [EB, /\p{Emoji_Modifier_Base}/u],
  [HY, /-/u],
  [HH, /\u2010/u],
  [NU, /[\u066b\u066c]|(?![\uff10-\uff19])\p{Nd}/u],
  [QU, /["'\u275b-\u2760\u{1f676}-\u{1f678}]|[\p{Pi}\p{Pf}]/u],
  [CP, /[)\]]/u],
  [OP, /[¡¿\u2e18]|\p{Ps}/u],
  [CL, /[\u3001\u3002\ufe11\ufe12\ufe50\ufe52\uff0c\uff0e\uff61\uff64]|\p{Pe}/u],
  [
    EX,
    /[!?\u05c6\u061b\u061d-\u061f\u06d4\u07f9\u0f0d-\u0f11\u0f14\u1802\u1803\u1808\u1809\u1944\u1945\u2762\u2763\u2cf9\u2cfe\u2e2e\u2e53\u2e54\ua60e\ua876\ua877\ufe15\ufe16\ufe56\ufe57\uff01\uff1f]/u,
  ],
  [IS, /[,.:;\u037e\u0589\u060c\u060d\u07f8\u2044\ufe10\ufe13\ufe14]/u],
  [SY, /\//u],
  [IN, /[\u2024-\u2026\u22ef\ufe19]/u],
  [B2, /[\u2014\u2e3a\u2e3b]/u],
  [
    PO,
    /[%¢°\u0609-\u060b\u066a\u09f2\u09f3\u09f9\u0d79\u2030-\u2037\u2057\u20a7\u20b6\u20bb\u20be\u20c0\u2103\u2109\ua838\ufdfc\ufe6a\uff05\uffe0]/u,
  ],
  [PR, /[+\\±\u2116\u2212\u2213]|\p{Sc}/u],
  [
    BB,
    /[´\u02c8\u02cc\u02df\u0c77\u0c84\u0f01-\u0f04\u0f06\u0f07\u0f09\u0f0a\u0fd0\u0fd1\u0fd3\u1806\u1ffd\ua874\ua875\ua8fc]/u,
  ],
  [
    BA,
    /[|\u00ad\u058a\u05be\u0964\u0965\u0e5a\u0e5b\u0f0b\u0f34\u0f7f\u0f85\u0fbe\u0fbf\u0fd2\u104a\u104b\u1361\u1400\u1680\u16eb-\u16ed\u1735\u1736\u17d4\u17d5\u17d8\u17da\u1804\u1805\u2000-\u2006\u2008-\u200a\u2012\u2013\u2027\u2056\u2058-\u205b\u205d-\u205f\u2cfa-\u2cfc\u2cff\u2d70\u2e0e-\u2e15\u2e17\u2e19\u2e2a-\u2e2d\u2e30\u2e31\u2e33\u2e34\u2e3c-\u2e3e\u2e40\u2e41\u2e43-\u2e4a\u2e4c\u2e4e\u2e4f\u3000\ua4fe\ua4ff\ua60d\ua60f\ua6f3-\ua6f7\uaaf0\uaaf1\uabeb]/u,
  ],
  // Small kana among them (class CJ): none begins a line, the strict kinsoku rule.
  [
    NS,
    /[\u17d6\u203c\u203d\u2047-\u2049\u3005\u301c\u303b\u303c\u309b-\u309e\u30a0\u30fb-\u30fe\ua015\ufe54\ufe55\uff1a\uff1b\uff65\uff9e\uff9f\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u31f0-\u31ff\uff67-\uff70]/u,
  ],
  [JL, /[\u1100-\u115f\ua960-\ua97c]/u],
  [JV, /[\u1160-\u11a7\ud7b0-\ud7c6]/u],
  [JT, /[\u11a8-\u11ff\ud7cb-\ud7fb]/u],
  [CM, /\u3035|[\p{M}\p{Cc}\p{Cf}]/u],
  [SA, /(?!\p{Nd})[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u],
  [HL, /(?=\p{L})\p{sc=Hebrew}/u],
  [
    ID,
    /[\p{Ideographic}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hani}\p{sc=Yiii}\p{Emoji_Presentation}\u2e80-\u2fff\u3003-\u3013\u3020-\u303f\u3131-\u33ff\u4dc0-\u4dff\ufe30-\ufe6f\uff01-\uffe6]|(?=[\u{1f000}-\u{1faff}])\p{Extended_Pictographic}/u,
  ],
];

const known = new Uint8Array(0x1_00_00);
const knownBeyond = new Map<number, number>();
// Nearly all Latin text: each one's class from a code point on, so that no list is made for it.
const COMMON: readonly (readonly [number, string])[] = [
  [
    0x20,
    '2871@A17461@9;9:33333333339911181111111111111111111111111114@6111111111111111111111111111114=5',
  ],
  [
    0xa0,
    'E4A@@@1111171=11A@11>111111711141111111111111111111111111111111111111111111111111111111111111111',
  ],
  [0x20_10, '<E==?111774777471111BBB='],
];
for (const [from, classes] of COMMON) {
  for (let i = 0; i < classes.length; i++) known[from + i] = classes.charCodeAt(i) - 0x30;
}
known.fill(SG, 0xd8_00, 0xe0_00);

/** The class of the code point `code`; looked up once, then remembered. */
export function breakClass(code: number): number {
  if (code < 0x1_00_00) {
    const found = known[code]!;
    if (found !== 0) return found;
    const own = classify(code);
    known[code] = own;
    return own;
  }
  let own = knownBeyond.get(code);
  if (own === undefined) {
    own = classify(code);
    knownBeyond.set(code, own);
  }
  return own;
}

let classes: ReturnType<typeof makeClasses> | undefined;

/** The class of a code point by the lists, without memory. */
export function classify(code: number): number {
  if (code >= 0xac_00 && code <= 0xd7_a3) return (code - 0xac_00) % 28 === 0 ? H2 : H3;
  const character = String.fromCodePoint(code);
  classes ??= makeClasses();
  return classes.find(([, pattern]) => pattern.test(character))?.[0] ?? AL;
}
