// How a run looks, as data. Which colour depth a terminal has is paint.ts's business.

/** One of the terminal's own 16, an index into the 256, or `#rrggbb`. */
export type Color =
  | 'black'
  | 'red'
  | 'green'
  | 'yellow'
  | 'blue'
  | 'magenta'
  | 'cyan'
  | 'white'
  | 'blackBright'
  | 'redBright'
  | 'greenBright'
  | 'yellowBright'
  | 'blueBright'
  | 'magentaBright'
  | 'cyanBright'
  | 'whiteBright'
  | number
  | `#${string}`;

export interface Style {
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly inverse?: boolean;
  readonly color?: Color;
  readonly background?: Color;
}

export const PLAIN: Style = Object.freeze({});
