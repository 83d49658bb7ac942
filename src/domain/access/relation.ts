/** How somebody stands to the person whose things they ask for. */
export type Relation =
  | 'self'
  /** The direct manager of today. */
  | 'manager'
  /** A manager above that one, where the workspace lets these read. */
  | 'above'
  | 'other';

/** A person and their direct manager, as far as the relation needs them. */
export interface Managed {
  id: string;
  leftAt: Date | null;
  manager: { id: string; leftAt: Date | null } | null;
}

interface HasManager<M> {
  manager: M | null;
}

/**
 * A person's manager of today: undefined for somebody without one, and while the manager's account is
 * deactivated. Whatever shows or waits for somebody's manager asks this.
 */
export function managerOfToday<M extends { leftAt: Date | null }>({
  manager,
}: HasManager<M>): M | undefined {
  return manager?.leftAt === null ? manager : undefined;
}

/** The manager who was set for a person and has left; they are the manager again if they come back. */
export function managerWhoLeft<M extends { leftAt: Date | null }>({
  manager,
}: HasManager<M>): M | undefined {
  return manager?.leftAt ? manager : undefined;
}

/**
 * The relation as of today: managers change, so it is worked out on every use. Somebody who has left
 * the workspace is "other" to everybody, themselves included.
 */
export function relationOf(actorId: string, subject: Managed): Relation {
  if (actorId === subject.id) return subject.leftAt ? 'other' : 'self';
  return actorId === managerOfToday(subject)?.id ? 'manager' : 'other';
}
