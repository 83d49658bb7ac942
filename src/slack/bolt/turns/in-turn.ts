import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { UserFacingError } from '../../../services/errors/index.js';
import { kindOf } from '../request-facts.js';
import { type TurnRequest, Turns } from './turns.js';

/** A person works with two hands; four requests of theirs at once are a slow moment of Slack's or ours. */
const mostRunning = 4;
const mostWaiting = 40;

/** Leaves enough of the three seconds that Slack waits. */
const patienceMs = 800;

/** Somebody, or something in their name, is faster than Ladder can be. */
class TooFastError extends UserFacingError {
  override name = 'TooFastError';
}

/**
 * Bolt's global middleware that limits each person's concurrent requests. Typing and presses wait
 * for a moment, commands don't: those can be typed again. No typing is lost: of one field the
 * newest waits as long as it takes, and a modal that can't be saved in time stays open with its
 * text (`failure.ts`).
 */
export function inTurn() {
  const turns = new Turns({ running: mostRunning, waiting: mostWaiting });
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const body = args.body as Body;
    const person = personOf(body);
    if (person === undefined) return args.next();
    const turn = await turns.take(person, requestOf(body));
    if (turn === 'refused') throw new TooFastError(tooFast(body));
    if (turn === 'replaced') {
      if ('ack' in args && typeof args.ack === 'function') await args.ack();
      return;
    }
    try {
      await args.next();
    } finally {
      turn();
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

function requestOf(body: Body): TurnRequest {
  const kind = kindOf(body);
  if (kind === 'command' || kind === 'options') return { patienceMs: 0 };
  // Slack has its ack of an event already.
  if (kind === 'event') return { patienceMs: undefined, replaceable: `event ${body.event?.type}` };
  const [action] = body.actions ?? [];
  if (!body.view || !action || presses.has(action.type)) return { patienceMs };
  const field = `${body.view.id} ${action.block_id} ${action.action_id}`;
  return { patienceMs: undefined, replaceable: field };
}

function tooFast(body: Body): string {
  if (body.type === 'view_submission') {
    return "You're faster than me: I haven't saved this yet. What you typed is still here; press the button again in a moment.";
  }
  return "You're faster than me: I'm still at what you asked before. Nothing is lost; try this again in a moment.";
}
