/** How somebody stands to the person whose things they ask for. */
export type Relation =
  | 'self'
  /** The direct manager of today. */
  | 'manager'
  | 'other';

/** A person and their direct manager, as far as the relation needs them. */
export interface Managed {
  id: string;
  leftAt: Date | null;
  manager: { id: string; leftAt: Date | null } | null;
}

/**
 * The relation as of today: managers change, so it is worked out on every use. Somebody who has left
 * the workspace is "other" to everybody, themselves included.
 */
export function relationOf(actorId: string, subject: Managed): Relation {
  const { manager } = subject;
  if (actorId === subject.id) return subject.leftAt ? 'other' : 'self';
  return actorId === manager?.id && !manager.leftAt ? 'manager' : 'other';
}
