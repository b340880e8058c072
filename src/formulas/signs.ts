// What a sign of mathematics is: its class after TeX (relation, binary, …), its small forms, its tall ones.

export type SignClass =
  | 'letter'
  | 'name'
  | 'number'
  | 'text'
  | 'relation'
  | 'binary'
  | 'punctuation'
  | 'open'
  | 'close'
  | 'large'
  | 'other';

const RELATIONS = new Set(
  '=<>≤≥≦≧≨≩≪≫≠≈≡≢∼∽≃≄≅≆≇≉≊≍≎≏≐≑≒≓≔≕≖≗≜≝≞≟∈∉∋∌∝∣∤∥∦⊂⊃⊄⊅⊆⊇⊈⊉⊊⊋⊏⊐⊑⊒⊢⊣⊤⊥⊨⊩⊪⊬⊭⊮⊯⊲⊳⊴⊵⋈⋐⋑⋔⋖⋗⋘⋙⋚⋛⋞⋟⋠⋡⋢⋣⋦⋧⋨⋩⋪⋫⋬⋭≮≯≰≱≲≳≴≵≶≷≺≻≼≽≾≿⊀⊁⩽⩾⪅⪆⪇⪈⪉⪊⪋⪌⪕⪖⪡⪢⪯⪰⪵⪶⪷⪸⪹⪺⫅⫆⫋⫌←→↔⇐⇒⇔↦↤⟵⟶⟷⟸⟹⟺⟼↩↪↼↽⇀⇁⇌⇋↑↓↕⇑⇓⇕↗↘↙↖∴∵:⊸⇝↝⌢⌣≬⋍∣'.split(
    '',
  ),
);
const BINARIES = new Set(
  '+−-±∓×÷·⋅∗*⋆∘∙∪∩⊎⊓⊔∧∨⊕⊖⊗⊘⊙⊚⊛⊝⊞⊟⊠⊡∖†‡⨿≀⋄⊍⋒⋓⋎⋏⊻⊼⌅⌆∔∸⋉⋊⋋⋌⋇⋗⊺△▽◃▹⩞'.split(''),
);
const LARGE = new Set('∑∏∐∫∬∭∮∯∰⋂⋃⋀⋁⨁⨂⨀⨄⨆'.split(''));
const OPENS = new Set('([{⟨⌊⌈⌜⌞⟦⟮⎰'.split(''));
const CLOSES = new Set(')]}⟩⌋⌉⌝⌟⟧⟯⎱!'.split(''));

/** The class of an operator's text. A colon is a relation, as in `f: A → B`. */
export function classOfOperator(text: string): SignClass {
  if (RELATIONS.has(text) || /^[=<>:]{2,}$|^\p{Sm}?[=:]$/u.test(text)) return 'relation';
  if (BINARIES.has(text) || text === 'mod') return 'binary';
  if (text === ',' || text === ';') return 'punctuation';
  if (LARGE.has(text)) return 'large';
  if (OPENS.has(text)) return 'open';
  return CLOSES.has(text) ? 'close' : 'other';
}

const SUPERSCRIPTS = new Map([
  ...pairs('0123456789+-−=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾'),
  ...pairs('abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'),
  ...pairs('ABDEGHIJKLMNOPRTUVWβγδθφχ', 'ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ'),
  ...pairs('′″‴⁗*∗†∘', '′″‴⁗**†°'),
]);
const SUBSCRIPTS = new Map([
  ...pairs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'),
  ...pairs('aeoxhklmnpstijruvβγρφχ', 'ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥᵦᵧᵨᵩᵪ'),
]);

function pairs(from: string, to: string): [string, string][] {
  const small = [...to];
  return [...from].map((sign, index) => [sign, small[index]!]);
}

function small(text: string, forms: ReadonlyMap<string, string>): string | undefined {
  let out = '';
  for (const sign of text.replaceAll(' ', '')) {
    const form = forms.get(sign);
    if (form === undefined) return undefined;
    out += form;
  }
  return out === '' ? undefined : out.replaceAll('′′′', '‴').replaceAll('′′', '″');
}

/** `text` in superior characters, or undefined where one has none. */
export const superscript = (text: string): string | undefined => small(text, SUPERSCRIPTS);

/** `text` in inferior characters, or undefined where one has none. */
export const subscript = (text: string): string | undefined => small(text, SUBSCRIPTS);

/** A fence's pieces: top, extension, bottom, and a middle for braces. */
interface Pieces {
  readonly top: string;
  readonly extension: string;
  readonly bottom: string;
  readonly middle?: string;
}

const PIECES: Readonly<Record<string, Pieces>> = {
  '(': { top: '⎛', extension: '⎜', bottom: '⎝' },
  ')': { top: '⎞', extension: '⎟', bottom: '⎠' },
  '[': { top: '⎡', extension: '⎢', bottom: '⎣' },
  ']': { top: '⎤', extension: '⎥', bottom: '⎦' },
  '⌊': { top: '⎢', extension: '⎢', bottom: '⎣' },
  '⌋': { top: '⎥', extension: '⎥', bottom: '⎦' },
  '⌈': { top: '⎡', extension: '⎢', bottom: '⎢' },
  '⌉': { top: '⎤', extension: '⎥', bottom: '⎥' },
  '{': { top: '⎧', extension: '⎪', bottom: '⎩', middle: '⎨' },
  '}': { top: '⎫', extension: '⎪', bottom: '⎭', middle: '⎬' },
  '|': { top: '│', extension: '│', bottom: '│' },
  '∣': { top: '│', extension: '│', bottom: '│' },
  '∥': { top: '║', extension: '║', bottom: '║' },
  '‖': { top: '║', extension: '║', bottom: '║' },
};

/** Whether a fence has a middle piece, and so looks best in an odd number of rows. */
export const hasMiddle = (sign: string): boolean => PIECES[sign]?.middle !== undefined;

/** The rows of a fence `height` rows high, its middle at row `axis`; undefined where it has one size only. */
export function tallFence(sign: string, height: number, axis: number): string[] | undefined {
  const pieces = PIECES[sign];
  if (pieces === undefined) return undefined;
  return Array.from({ length: height }, (_, row) => {
    if (pieces.middle !== undefined && row === axis && row > 0 && row < height - 1) {
      return pieces.middle;
    }
    if (row === 0) return pieces.top;
    return row === height - 1 ? pieces.bottom : pieces.extension;
  });
}

/** Letters outside the alphabets' blocks (Unicode, Letterlike Symbols). */
const LETTERLIKE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
  script: {
    B: 'ℬ',
    E: 'ℰ',
    F: 'ℱ',
    H: 'ℋ',
    I: 'ℐ',
    L: 'ℒ',
    M: 'ℳ',
    R: 'ℛ',
    e: 'ℯ',
    g: 'ℊ',
    o: 'ℴ',
  },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
};
const ALPHABETS: Readonly<Record<string, readonly [capital: number, small: number]>> = {
  'double-struck': [0x1d538, 0x1d552],
  script: [0x1d49c, 0x1d4b6],
  fraktur: [0x1d504, 0x1d51e],
};

/** Letters in an alphabet that means something: blackboard, script, Fraktur. Bold and upright stay as they are. */
export function inAlphabet(text: string, variant: string): string {
  const alphabet = ALPHABETS[variant];
  if (alphabet === undefined) return text;
  return text.replace(/[A-Za-z]/g, (letter) => {
    const known = LETTERLIKE[variant]?.[letter];
    if (known !== undefined) return known;
    const code = letter.charCodeAt(0);
    const at = code < 0x61 ? alphabet[0] + code - 0x41 : alphabet[1] + code - 0x61;
    return String.fromCodePoint(at);
  });
}

const COMBINING: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˆ: '\u0302',
  ˉ: '\u0304',
  '‾': '\u0304',
  '¯': '\u0304',
  '~': '\u0303',
  '˜': '\u0303',
  '∼': '\u0303',
  '⃗': '\u20d7',
  '→': '\u20d7',
  '˙': '\u0307',
  '¨': '\u0308',
  '⃛': '\u20db',
  ˇ: '\u030c',
  '˘': '\u0306',
  '´': '\u0301',
  ˊ: '\u0301',
  '`': '\u0300',
  ˋ: '\u0300',
  '˚': '\u030a',
};

/** The combining mark for an accent above, or undefined where Unicode has none. */
export const combiningMark = (accent: string): string | undefined => COMBINING[accent];
