import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Log } from '../services/context.js';
import { diskFull, isDatabaseAway, sqlStateOf } from '../services/database-trouble.js';
import { describeError } from '../services/error-description.js';
import { currentTrace, newReference } from '../services/trace.js';
import { UserFacingError } from '../services/user-facing-error.js';
import { UnreadableError } from './given.js';
import { idsOf, nameOf } from './request-facts.js';

/**
 * What to tell a person about a failure. A UserFacingError speaks for itself; anything else is logged,
 * and its sentence carries the reference that stands on every log line of the request. `what` begins
 * the sentence, for example "I couldn't save that page"; `advice` says what is not lost and what to
 * do, where there is more to say than to try again.
 */
export function failureText(
  log: Log,
  error: unknown,
  options: { what?: string; advice?: string; [id: string]: unknown } = {},
): string {
  const { what = "That didn't work", advice, ...fields } = options;
  if (error instanceof UnreadableError) {
    log.warn({ ...fields, ...describeError(error) }, 'a request held what Ladder gives to nobody');
  }
  if (error instanceof UserFacingError) return error.message;
  const trace = currentTrace();
  if (trace) trace.failed = true;
  const reference = trace?.reference ?? newReference();
  log.error({ ...fields, reference, ...describeError(error) }, 'a request failed');
  const { reason, todo } = reasonFor(error);
  return `${what}: ${reason}. ${advice ?? todo} (ref ${reference})`;
}

/** Bolt's global middleware: whatever a listener throws, the person gets an answer and Slack its ack. */
export function answerFailures(log: Log) {
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    try {
      await args.next();
    } catch (error) {
      const text = failureText(log, error, { request: nameOf(args.body), ...idsOf(args.body) });
      await tell(args, text).catch((failure) => {
        log.error(describeError(failure), 'the answer about a failure failed as well');
      });
    }
  };
}

async function tell(args: AllMiddlewareArgs & AnyMiddlewareArgs, text: string): Promise<void> {
  const body = args.body as Record<string, unknown>;
  const { ack, respond } = args as unknown as {
    ack?: (answer?: object) => Promise<void>;
    respond?: (answer: object) => Promise<unknown>;
  };
  const answer = { response_type: 'ephemeral', replace_original: false, text } as const;
  if (body.command !== undefined) {
    // An ack that was given already throws; then the response_url is the way.
    await ack?.(answer).catch(() => respond?.(answer));
    return;
  }
  await ack?.().catch(() => {});
  if (respond) await respond(answer);
  else if (typeof body.trigger_id === 'string') await openAlert(args, body.trigger_id, text);
}

async function openAlert(args: AllMiddlewareArgs, triggerId: string, text: string): Promise<void> {
  const view = {
    type: 'modal' as const,
    title: { type: 'plain_text' as const, text: "That didn't work" },
    close: { type: 'plain_text' as const, text: 'Close' },
    blocks: [{ type: 'section' as const, text: { type: 'plain_text' as const, text } }],
  };
  await args.client.views
    .push({ trigger_id: triggerId, view })
    .catch(() => args.client.views.open({ trigger_id: triggerId, view }));
}

function reasonFor(error: unknown): { reason: string; todo: string } {
  const kept = 'Nothing that was saved is lost;';
  if (isDatabaseAway(error)) {
    return { reason: 'the database is not answering', todo: `${kept} try again in a minute.` };
  }
  if (sqlStateOf(error) === diskFull) {
    const todo = `${kept} tell whoever runs Ladder, and try again later.`;
    return { reason: "the database's disk is full", todo };
  }
  if (error instanceof Error && error.name.startsWith('WebAPI')) {
    const todo = 'Nothing is lost; try again in a minute.';
    return { reason: "Slack didn't take my answer", todo };
  }
  const todo = `${kept} try again, and if it stays, tell whoever runs Ladder.`;
  return { reason: 'something went wrong on my side', todo };
}
