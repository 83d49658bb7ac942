import type { Context } from '../../context.js';
import type { ClaimedDelivery, Found } from '../../message.js';
import { type Blocker, isBlocker, verdictOf } from '../verdict.js';

/** What would become of a message at an instant, as things are now; `send`: the kind of its content. */
export type Forecast = { send: string } | Blocker;

/** Decides about a message as the sender would, without sending or writing anything. */
export async function forecast(
  context: Context,
  claim: ClaimedDelivery,
  { found, at }: { found: Found; at: Date },
): Promise<Forecast> {
  const verdict = verdictOf(context.messages, { ...found, claim, at });
  if (isBlocker(verdict)) return verdict;
  if ('send' in verdict) return { send: verdict.send.kind };
  const content = await verdict.read(context);
  return 'send' in content ? { send: content.send.kind } : content;
}
