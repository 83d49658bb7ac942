import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { UserFacingError } from '../../../services/errors/index.js';
import { kindOf } from '../request-facts.js';
import { type QueuedRequest, RequestQueues } from './request-queues.js';

/** A person works with two hands; four requests of theirs at once are a slow moment of Slack's or ours. */
const mostRunning = 4;
const mostWaiting = 40;

/** Leaves enough of the three seconds that Slack waits. */
const maxWaitMs = 800;

/** Somebody, or something in their name, is faster than Ladder can be. */
class TooFastError extends UserFacingError {
  override name = 'TooFastError';
}

/**
 * Bolt's global middleware that limits each person's concurrent requests. Typing and presses wait
 * for a moment, commands don't: those can be typed again. No typing is lost: of one field the
 * newest waits as long as it takes, and a modal that can't be saved in time stays open with its
 * text (`error-handler.ts`).
 */
export function concurrencyLimit() {
  const queues = new RequestQueues({ running: mostRunning, waiting: mostWaiting });
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const body = args.body as Body;
    const person = personOf(body);
    if (person === undefined) return args.next();
    const slot = await queues.acquire(person, requestOf(body));
    if (slot === 'refused') throw new TooFastError(tooFast(body));
    if (slot === 'replaced') {
      if ('ack' in args && typeof args.ack === 'function') await args.ack();
      return;
    }
    try {
      await args.next();
    } finally {
      slot();
    }
  };
}

/** Kinds of elements that do something; all others hold a value, and their newest is all there is. */
const presses = new Set(['button', 'overflow', 'workflow_button']);

interface Body {
  type?: string;
  user_id?: string;
  user?: { id: string };
  event?: { type: string; user?: unknown };
  view?: { id: string };
  actions?: { type: string; block_id: string; action_id: string }[];
}

/** The actor; undefined for events about a person, which aren't limited. */
function personOf({ user_id, user, event }: Body): string | undefined {
  if (typeof event?.user === 'string') return event.user;
  return user_id ?? user?.id;
}

function requestOf(body: Body): QueuedRequest {
  const kind = kindOf(body);
  if (kind === 'command' || kind === 'options') return { maxWaitMs: 0 };
  // Slack has its ack of an event already.
  if (kind === 'event') return { maxWaitMs: undefined, replaceable: `event ${body.event?.type}` };
  const [action] = body.actions ?? [];
  if (!body.view || !action || presses.has(action.type)) return { maxWaitMs };
  const field = `${body.view.id} ${action.block_id} ${action.action_id}`;
  return { maxWaitMs: undefined, replaceable: field };
}

function tooFast(body: Body): string {
  if (body.type === 'view_submission') {
    return "You're faster than me: I haven't saved this yet. What you typed is still here; press the button again in a moment.";
  }
  return "You're faster than me: I'm still at what you asked before. Nothing is lost; try this again in a moment.";
}
