// A picture's size from its first bytes, so that its rows can be laid out before anything is decoded.

import { formatOf, type PictureFormat } from './format.ts';

export interface PictureSize {
  readonly format: PictureFormat;
  /** Pixels, as the picture is to be seen: EXIF's orientation is obeyed. */
  readonly width: number;
  readonly height: number;
}

/** How many bytes of a file are enough for nearly all pictures. */
export const HEAD_BYTES = 65_536;

/** Sides, and pixels in all, beyond which a picture is not drawn: its pixels alone would take too much memory. */
const LONGEST_SIDE = 16_384;
const MOST_PIXELS: Readonly<Record<PictureFormat, number>> = {
  png: 40e6,
  jpeg: 24e6,
  gif: 40e6,
  webp: 24e6,
  svg: Number.POSITIVE_INFINITY,
};

/** The size of a picture, or undefined where the bytes are none, or one too large to be drawn. */
export function sizeOf(head: Uint8Array): PictureSize | undefined {
  const format = formatOf(head);
  if (format === undefined) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const size = READERS[format](view);
  if (size === undefined) return undefined;
  const [width, height] = size;
  const isSane = width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE;
  return isSane && width * height <= MOST_PIXELS[format] ? { format, width, height } : undefined;
}

type Size = readonly [width: number, height: number];

const READERS: Readonly<Record<PictureFormat, (view: DataView) => Size | undefined>> = {
  png: (view) => (view.byteLength < 24 ? undefined : [view.getUint32(16), view.getUint32(20)]),
  gif: (view) =>
    view.byteLength < 10 ? undefined : [view.getUint16(6, true), view.getUint16(8, true)],
  jpeg: jpegSize,
  webp: webpSize,
  svg: svgSize,
};

/** Walks the segments to the frame's header (ITU T.81 B.2.2). */
function jpegSize(view: DataView): Size | undefined {
  let at = 2;
  let isTurned = false;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === 0xe1) isTurned ||= orientationOf(view, at + 4) >= 5;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const size = [view.getUint16(at + 7), view.getUint16(at + 5)] as const;
      return isTurned ? [size[1], size[0]] : size;
    }
    if (marker === 0xda || length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

/** EXIF's orientation (1 to 8) of a segment, 1 where there is none. */
function orientationOf(view: DataView, at: number): number {
  const end = view.byteLength;
  if (at + 14 > end || view.getUint32(at) !== 0x45786966) return 1;
  const tiff = at + 6;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > end) return 1;
  const count = view.getUint16(directory, little);
  for (let entry = 0; entry < count; entry++) {
    const place = directory + 2 + entry * 12;
    if (place + 10 > end) return 1;
    if (view.getUint16(place, little) === 0x0112) return view.getUint16(place + 8, little);
  }
  return 1;
}

function webpSize(view: DataView): Size | undefined {
  if (view.byteLength < 30) return undefined;
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (kind === 'VP8X') return [three(24) + 1, three(27) + 1];
  if (kind === 'VP8 ')
    return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  if (kind !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

/** Width and height of the root element, else of its viewBox; 300 by 150 where neither says any (CSS 2.2, 10.3.2). */
function svgSize(view: DataView): Size {
  const text = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset, Math.min(view.byteLength, 8192)),
  );
  const root = /<svg\b([^>]*)>/.exec(text)?.[1] ?? '';
  const length = (name: string) => {
    const found = new RegExp(`\\b${name}\\s*=\\s*["']\\s*([\\d.]+)(px|pt|mm|cm|in)?\\s*["']`).exec(
      root,
    );
    const unit = { pt: 4 / 3, mm: 3.78, cm: 37.8, in: 96 }[found?.[2] ?? ''] ?? 1;
    return found === null ? undefined : Number(found[1]) * unit;
  };
  const box = /\bviewBox\s*=\s*["']\s*[-\d.eE]+[\s,]+[-\d.eE]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(
    root,
  );
  const [boxWidth, boxHeight] = [Number(box?.[1] ?? 300), Number(box?.[2] ?? 150)];
  const width = length('width') ?? boxWidth;
  const height = length('height') ?? (width * boxHeight) / boxWidth;
  // A drawing has no size of its own in pixels; what counts is its shape.
  const scale = Math.min(1, 4096 / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}
