import { codeOf, proficiencyOf } from './evidence.js';
import { identity } from './identity.js';

/** Puts names of levels in order, lowest first; undefined where nothing says it. */
export function orderLevels(
  names: readonly string[],
  chosen: readonly string[] | undefined,
): string[] | undefined {
  const heights = names.map((name) => {
    if (!chosen) return undefined;
    const place = chosen.findIndex((one) => identity(one) === identity(name));
    return place < 0 ? undefined : place;
  });
  const codes = names.map(codeOf);
  const samePrefix = new Set(codes.map((code) => code?.prefix)).size === 1;
  const found = chosen
    ? heights
    : samePrefix && codes.every((code) => code !== undefined)
      ? codes.map((code) => code?.number)
      : names.map(proficiencyOf);
  if (names.length < 2 && !chosen) return [...names];
  const isClear =
    found.every((height) => height !== undefined) && new Set(found).size === names.length;
  if (!isClear) return undefined;
  return [...names].sort(
    (one, other) => (found[names.indexOf(one)] ?? 0) - (found[names.indexOf(other)] ?? 0),
  );
}
