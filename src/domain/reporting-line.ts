/**
 * Whether a person, their manager, the manager's manager and so on come back to where they began.
 * In go person ids with the id of each one's manager, as they would be after a change.
 */
export function isInCircle(managerOf: ReadonlyMap<string, string>, personId: string): boolean {
  const seen = new Set<string>();
  let current = managerOf.get(personId);
  while (current !== undefined && !seen.has(current)) {
    if (current === personId) return true;
    seen.add(current);
    current = managerOf.get(current);
  }
  return false;
}
