/** A person who sets their own role and manager. */
interface Assigner {
  isAdmin: boolean;
  /** The workspace's setting. */
  rolesSetBy: 'everybody' | 'manager' | 'admins';
}

/** Returns whether somebody may run the reviews and change the settings: an admin of today. */
export function mayAdminister(person: { active: boolean; isAdmin: boolean } | undefined): boolean {
  return person?.active === true && person.isAdmin;
}

/** How somebody's own choice of a role and a manager is made: at once, with a manager's yes, or not. */
export type OwnChoice = 'at_once' | 'with_yes' | 'not';

/** Returns how somebody may choose their own role and manager. */
export function ownChoice({ isAdmin, rolesSetBy }: Assigner): OwnChoice {
  if (isAdmin || rolesSetBy === 'everybody') return 'at_once';
  return rolesSetBy === 'manager' ? 'with_yes' : 'not';
}
