import type { Delivery } from '../../database/index.js';
import type { SnoozeChoice } from '../../domain/availability/snooze.js';
import {
  type AvailabilityChange,
  type AvailabilityInput,
  remindLater,
  type SentMessage,
} from '../availability/index.js';
import type { Context } from '../context.js';
import { isStillWanted, readFound } from '../delivery/index.js';
import type { ClaimedDelivery } from '../message.js';

/** Snoozed until then, or nothing is left that the message could remind of. */
export type Deferred = AvailabilityChange | { isOver: true };

/**
 * "Remind me later" under a message: snoozes all messages, unless everything that this one was about
 * is over. Elsewhere it always snoozes.
 */
export async function deferMessage(
  context: Context,
  input: AvailabilityInput & { choice: SnoozeChoice },
): Promise<Deferred> {
  const { message } = input;
  if (message && (await isAllOver(context, { ...input, message }))) return { isOver: true };
  return remindLater(context, input);
}

/** Whether nothing in a sent message is wanted any more. False for a message to somebody else. */
async function isAllOver(
  context: Context,
  { workspaceId, personId, message }: AvailabilityInput & { message: SentMessage },
): Promise<boolean> {
  const rows = await context.db.delivery.findMany({
    where: {
      workspaceId,
      recipientId: personId,
      slackChannelId: message.channelId,
      slackTs: message.ts,
    },
  });
  const claims = rows.flatMap(asAskedAgain);
  const at = context.clock.now();
  const lookedUp = await readFound(context, { workspaceId, messages: claims, at });
  for (const claim of claims) {
    const found = lookedUp.get(claim.id);
    if (found && (await isStillWanted(context, claim, { found, at }))) return false;
  }
  return claims.length > 0;
}

/** A sent message as it would be decided about if it were to come again. */
function asAskedAgain({ cycleId, claimId, ...row }: Delivery): ClaimedDelivery[] {
  if (cycleId === null) return [];
  return [{ ...row, cycleId, claimId: claimId ?? '', repeats: true }];
}
