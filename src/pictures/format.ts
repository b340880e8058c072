// What kind of picture some bytes are, told by the bytes alone: a name may lie.

export type PictureFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'svg';

/** The format of a picture, or undefined where it is none that is drawn. */
export function formatOf(bytes: Uint8Array): PictureFormat | undefined {
  const starts = (...head: readonly number[]) => head.every((byte, at) => bytes[at] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'gif';
  if (starts(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45) return 'webp';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /^(?:ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s>]/.test(
    head,
  )
    ? 'svg'
    : undefined;
}
