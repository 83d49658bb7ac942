import type { Context } from '../../context.js';
import type { ClaimedDelivery } from '../claims.js';
import { hasReader, plannedContent, readContent } from '../contents.js';
import type { SingleMessage } from '../messenger.js';
import { type Blocker, blockerOf, type Found, verdictOf } from '../verdict.js';

/** What would become of a message at an instant, as things are now. */
export type Forecast = { send: SingleMessage['kind'] } | Blocker;

/** Reading a brief is noted, so nothing but sending it may do that. */
const noted = ['brief'];

/** Judges a message as the sender would, without sending or writing anything. */
export async function forecast(
  context: Context,
  claim: ClaimedDelivery,
  { found, at }: { found: Found; at: Date },
): Promise<Forecast> {
  const blocker = blockerOf(claim, found, at);
  if (blocker) return blocker;
  if (noted.includes(claim.kind)) return { send: claim.kind as SingleMessage['kind'] };
  const content = await contentOf(context, claim, { found, at });
  return 'send' in content ? { send: content.send.kind } : content;
}

async function contentOf(
  context: Context,
  claim: ClaimedDelivery,
  { found, at }: { found: Found; at: Date },
) {
  if (hasReader(claim)) return readContent(context, { ...found, claim, at });
  const judged = verdictOf(claim, found, at);
  return 'drop' in judged ? judged : plannedContent(judged.send, found, at);
}
