import type { App, ReceiverEvent } from '@slack/bolt';
import { HttpError } from '../../runtime/http-server.js';
import type { Log } from '../../services/context.js';
import { addSpanFacts } from '../../services/span.js';
import { currentTrace, type Trace, traced } from '../../services/trace.js';
import { isSlackBody } from './http/slack-body.js';
import type { ObservedRequest, SlackObserver } from './observer.js';
import { idsOf, kindOf, nameOf } from './request-facts.js';

/** Slack shows an error to the person who waited longer than this. */
const ackLimitMs = 3000;

export interface ObserveOptions {
  over: ObservedRequest['over'];
  log: Log;
  observer?: SlackObserver | undefined;
}

/**
 * Wraps Bolt for its receiver and observes each request: when it was acknowledged, when all its
 * work had ended, and one log line. Over HTTP the request is traced from its arrival; over the
 * socket the trace begins here.
 */
export function observed(
  app: Pick<App, 'processEvent'>,
  options: ObserveOptions,
): Pick<App, 'processEvent'> {
  return {
    async processEvent(event) {
      if (!isSlackBody(event.body)) return refuse(event, options);
      const trace = options.over === 'http' ? currentTrace() : undefined;
      if (trace) return processTraced(app, event, trace, options);
      return traced('request', { over: 'socket' }, () =>
        processTraced(app, event, currentTrace() as Trace, options),
      );
    },
  };
}

/** Slack sends again what isn't acknowledged, so over the socket even this is. */
async function refuse(event: ReceiverEvent, { over, log }: ObserveOptions): Promise<void> {
  log.warn({ over }, 'a request was not of the shape that Slack sends');
  if (over === 'http') throw new HttpError(400, 'not a request of Slack');
  await event.ack();
}

async function processTraced(
  app: Pick<App, 'processEvent'>,
  event: ReceiverEvent,
  trace: Trace,
  { over, log, observer }: ObserveOptions,
): Promise<void> {
  const request = { kind: kindOf(event.body), over };
  const elapsedMs = () => performance.now() - trace.beganAt;
  let ackMs: number | undefined;
  let missed = false;
  const miss = () => {
    if (missed || ackMs !== undefined) return;
    missed = true;
    observer?.ackMissed(request);
  };
  const timer = setTimeout(miss, ackLimitMs - elapsedMs());
  const ack: ReceiverEvent['ack'] = async (response) => {
    await event.ack(response);
    if (elapsedMs() > ackLimitMs) miss();
    ackMs = elapsedMs();
    observer?.acknowledged(request, ackMs / 1000);
  };
  try {
    await app.processEvent({ ...event, ack });
    // Nothing of ours answers to this. A window that is being sent stays open, with what is in it.
    const isOpen = ackMs === undefined && !missed;
    if (isOpen && request.kind !== 'view') await ack();
    else if (isOpen && over === 'http') throw new HttpError(404, 'nothing answers to this');
  } catch (error) {
    trace.failed = true;
    throw error;
  } finally {
    clearTimeout(timer);
    if (ackMs === undefined) miss();
    const outcome = trace.failed ? 'failed' : 'answered';
    observer?.ended(request, outcome);
    addSpanFacts(
      () => ({
        ...{ kind: request.kind, request: nameOf(event.body), outcome },
        ...(ackMs !== undefined && { ackMs: Math.round(ackMs) }),
        reference: trace.reference,
      }),
      { name: `request: ${request.kind}`, failed: trace.failed },
    );
    const fields = () => ({
      request: nameOf(event.body),
      ...request,
      outcome,
      ...(ackMs !== undefined && { ackMs: Math.round(ackMs) }),
      totalMs: Math.round(elapsedMs()),
      ...(event.retryNum !== undefined && { retry: event.retryNum }),
      ...idsOf(event.body),
    });
    if (missed) log.warn(fields(), 'a request was not acknowledged within three seconds');
    else if (trace.failed) log.info(fields(), 'a request was answered with an apology');
    // A line for each pause in somebody's typing: too many, and too much about people, for every day.
    else log.debug?.(fields(), 'a request was answered');
  }
}
