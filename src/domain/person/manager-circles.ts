/**
 * Returns the circles that managers form, each once and beginning with the first of `starts` that
 * is in it. `managers` maps any kind of id to the manager's. People who are their own managers are
 * ignored.
 */
export function managerCircles(
  managers: ReadonlyMap<string, string>,
  starts: Iterable<string>,
): string[][] {
  const walked = new Set<string>();
  const circles: string[][] = [];
  for (const start of starts) {
    const way: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !walked.has(at)) {
      walked.add(at);
      way.push(at);
      at = managers.get(at);
    }
    const circle = at === undefined ? [] : way.slice(way.indexOf(at));
    if (at !== undefined && way.includes(at) && circle.length > 1) circles.push(circle);
  }
  return circles;
}
