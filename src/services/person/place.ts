import type { Person as PersonRow, Transaction } from '../../database/index.js';
import { dayFromDate } from '../../domain/time/day.js';
import type { Place } from './import/outcome.js';

/** A stored person with their manager's Slack id. */
export type PlacedPerson = PersonRow & { manager: { slackUserId: string } | null };

/** Returns the person, or null if the workspace has none with this id. */
export function readPlacedPerson(
  tx: Pick<Transaction, 'person'>,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<PlacedPerson | null> {
  return tx.person.findFirst({
    where: { id: personId, workspaceId },
    include: { manager: { select: { slackUserId: true } } },
  });
}

/** Returns a person's role, manager and the day since when they have the role. */
export function placeOf({ roleKey, inRoleSince, manager }: PlacedPerson): Place {
  return {
    roleKey: roleKey ?? undefined,
    inRoleSince: inRoleSince ? dayFromDate(inRoleSince) : undefined,
    managerSlackUserId: manager?.slackUserId,
  };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return placeText(one) === placeText(other);
}

/** Formats "role senior, since 2026-03-01, manager U0MIKA". */
export function placeText({ roleKey, inRoleSince, managerSlackUserId }: Place): string {
  return [
    `role ${roleKey ?? 'none'}`,
    ...(inRoleSince ? [`since ${inRoleSince}`] : []),
    `manager ${managerSlackUserId ?? 'none'}`,
  ].join(', ');
}
