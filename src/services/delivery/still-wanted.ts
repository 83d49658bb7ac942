import type { Context } from '../context.js';
import type { ClaimedDelivery, Found } from '../message.js';

/** Returns whether a message would be sent again, without regard to the hour. Writes nothing. */
export async function isStillWanted(
  context: Context,
  claim: ClaimedDelivery,
  { found, at }: { found: Found; at: Date },
): Promise<boolean> {
  const definition = context.messages.find(claim.kind);
  if (!definition) return false;
  const message = { ...found, claim, at };
  const expiresAt = definition.expires?.(message);
  if (expiresAt && at >= expiresAt) return false;
  if (definition.lookUp) return 'send' in definition.content(message);
  return 'send' in (await definition.read(context, message));
}
