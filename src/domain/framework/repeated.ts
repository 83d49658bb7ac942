/** Something that is wrong, and the problem as it is shown. */
interface Found {
  message: string;
}

/** So many of the same problem are placed in their files to find the first. */
const mostPlaced = 50;

/**
 * Joins problems with the same message into one at the place of the first, which says how many there
 * are. `place` finds the place of a problem; `compare` orders places.
 */
export function withoutRepeated<From extends Found, Placed extends Found>(
  problems: readonly From[],
  { place, compare }: { place(problem: From): Placed; compare(one: Placed, other: Placed): number },
  most: number,
): Placed[] {
  const alike = new Map<string, From[]>();
  for (const problem of problems) {
    const known = alike.get(problem.message);
    if (known) known.push(problem);
    else if (alike.size < most) alike.set(problem.message, [problem]);
  }
  return [...alike.values()].flatMap((same) => {
    const [first] = same.slice(0, mostPlaced).map(place).sort(compare);
    if (!first || same.length === 1) return first ?? [];
    return [{ ...first, message: `${first.message} (${same.length} times; here is the first.)` }];
  });
}
