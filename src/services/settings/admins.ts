import type { Transaction } from '../../database/index.js';
import type { Administrator } from '../access/index.js';
import { UserFacingError } from '../errors/index.js';

/**
 * Returns the ids of the people with these Slack ids. Throws UserFacingError where one is unknown or has
 * left.
 */
export async function findAdmins(
  tx: Transaction,
  workspaceId: string,
  slackUserIds: readonly string[],
): Promise<string[]> {
  if (slackUserIds.length === 0) return [];
  const people = await tx.person.findMany({
    where: { workspaceId, slackUserId: { in: [...slackUserIds] }, leftAt: null, isBot: false },
    select: { id: true, slackUserId: true },
  });
  const known = new Set(people.map(({ slackUserId }) => slackUserId));
  const unknown = slackUserIds.filter((id) => !known.has(id));
  if (unknown.length === 0) return people.map(({ id }) => id);
  throw new UserFacingError(
    `Ladder knows nobody here as ${unknown.join(', ')}. They write /ladder once, or you import them; then they can be admins. Nothing is changed.`,
  );
}

/** Throws UserFacingError where a change of the admins would leave nobody, or not the one who makes it. */
export async function requireSomeAdmin(
  tx: Transaction,
  workspaceId: string,
  by: Administrator,
): Promise<void> {
  const where = { workspaceId, isAdmin: true, leftAt: null, isBot: false };
  if ((await tx.person.count({ where })) > 0) return;
  throw new UserFacingError(
    'operator' in by
      ? "Then nobody would be an admin: Ladder knows none of Slack's owners and admins yet. Name somebody. Nothing is changed."
      : 'Then nobody would be an admin. Name somebody else first. Nothing is changed.',
  );
}
