/** Returns the first whole names that fit into so many characters, with a comma after each. */
export function fitting(names: readonly string[], characters: number): string[] {
  let left = characters;
  return names.filter((name) => {
    left -= name.length + 2;
    return left >= 0;
  });
}
