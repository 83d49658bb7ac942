/** A person who sets their own role and manager. */
interface Assigner {
  isAdmin: boolean;
  /** The workspace's setting. */
  rolesSetBy: 'everybody' | 'admins';
}

/** Returns whether somebody may run the reviews and change the settings: an admin of today. */
export function mayAdminister(person: { active: boolean; isAdmin: boolean } | undefined): boolean {
  return person?.active === true && person.isAdmin;
}

/** Returns whether somebody may set their own role and manager. */
export function maySetOwnAssignment({ isAdmin, rolesSetBy }: Assigner): boolean {
  return isAdmin || rolesSetBy === 'everybody';
}
