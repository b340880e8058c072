// Which characters are blank: dropped where a line ends, some widened. It knows nothing else.

/** Whether the UTF-16 unit shows as a blank (Unicode's spaces, no-break ones among them). */
export function isBlank(unit: number): boolean {
  if (unit < 0xa0) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0x85;
  if (unit < 0x16_80) return unit === 0xa0;
  return (
    (unit >= 0x20_00 && unit <= 0x20_0a) ||
    unit === 0x20_2f ||
    unit === 0x20_28 ||
    unit === 0x20_29 ||
    unit === 0x20_5f ||
    unit === 0x30_00 ||
    unit === 0x16_80
  );
}

/** Whether a justified line may widen it: the space, and the no-break space of the same width. */
export function isWidened(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0;
}
