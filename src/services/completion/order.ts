interface Named {
  name: string;
}

/** Orders by name, by the reader's rules: those of the database differ from server to server. */
function byName(one: Named, other: Named): number {
  return compare(one.name, other.name);
}

/** The same by the manager's name first; those without a manager come first. */
export function byManagerAndName(
  one: Named & { manager: string | undefined },
  other: Named & { manager: string | undefined },
): number {
  return compare(one.manager, other.manager) || byName(one, other);
}

function compare(one = '', other = ''): number {
  return one.localeCompare(other, 'en');
}
