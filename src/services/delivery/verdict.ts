import { reachableFrom, unavailableUntil } from '../../domain/availability/availability.js';
import { notifiableFrom } from '../../domain/delivery/least-distance.js';
import { nextInWindow } from '../../domain/time/working-hours.js';
import { availabilityOf } from '../availability/index.js';
import type { Context } from '../context.js';
import type {
  ContentResult,
  MessageAt,
  MessageContent,
  MessageDefinition,
  MessageRegistry,
} from '../message.js';

/** Not now: decide again then, hold it until then, or drop it for this reason. */
export type Blocker =
  /** `because` is left out where it waits for working hours. */
  { wait: Date; because?: 'told_lately' } | { hold: Date } | { drop: string };

/** What is done with a message at an instant. */
export type Verdict =
  | Blocker
  | { send: MessageContent }
  /** It is sent if its content can be read; see `SingleDefinition`. */
  | { read: (context: Context) => Promise<ContentResult> };

/**
 * Decides about one message at one instant, from what was read about it. Throws where no feature defines
 * its kind.
 */
export function verdictOf(messages: MessageRegistry<Context>, message: MessageAt): Verdict {
  const definition = messages.find(message.claim.kind);
  if (!definition) throw new Error(`no feature defines the kind ${message.claim.kind}`);
  const blocker = blockerOf(definition, message);
  if (blocker) return blocker;
  if (definition.lookUp) return definition.content(message);
  return { read: (context) => definition.read(context, message) };
}

/** Returns the blocker of a message of any kind: its recipient, its time, the last message. */
function blockerOf(
  definition: MessageDefinition<Context>,
  message: MessageAt,
): Blocker | undefined {
  const { claim, recipient, workspace, notifiedAt, at } = message;
  const { timeZone } = recipient;
  if (recipient.leftAt !== null || recipient.isBot) return { drop: 'left' };
  const expiresAt = definition.expires ? definition.expires(message) : claim.expiresAt;
  if (expiresAt && at >= expiresAt) return { drop: 'expired' };
  const availability = availabilityOf(recipient);
  const until = unavailableUntil(availability, at);
  if (until) {
    return { hold: reachableFrom(availability, at, workspace) ?? until };
  }
  if (claim.early) return undefined;
  const earliest = laterOf(at, definition.notBefore?.(message));
  const notifiable = laterOf(earliest, notifiableFrom(notifiedAt, at));
  const next = nextInWindow(notifiable, timeZone, workspace);
  if (!next) return { drop: 'expired' };
  if (next <= at) return undefined;
  const lately = notifiable > earliest && next.getTime() === notifiable.getTime();
  return lately ? { wait: next, because: 'told_lately' } : { wait: next };
}

function laterOf(at: Date, other: Date | undefined): Date {
  return other && other > at ? other : at;
}

/** Whether a verdict keeps its message from being sent now. */
export function isBlocker(verdict: Verdict): verdict is Blocker {
  return !('send' in verdict) && !('read' in verdict);
}
