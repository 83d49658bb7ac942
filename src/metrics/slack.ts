import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { clientNames, refusals, requestKinds, type SlackObserver } from '../slack/bolt/observer.js';
import { tokenCodes } from '../slack/bolt/web-api/token-codes.js';

/** Finest around the three seconds after which Slack shows an error. */
const ackBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 5];
/** Up to the background client's time limit. */
const callBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** Counts Slack's requests and the calls to Slack. */
export function slackMetrics(
  registry: Registry,
  { over }: { over: 'http' | 'socket' },
): SlackObserver {
  const registers = [registry];
  const requestLabels = ['kind', 'over'] as const;
  const acks = new Histogram({
    name: 'ladder_ack_seconds',
    help: "From the arrival of Slack's request to its ack.",
    labelNames: requestLabels,
    buckets: ackBuckets,
    registers,
  });
  const missedAcks = new Counter({
    name: 'ladder_acks_missed_total',
    help: 'Requests of Slack that were not acknowledged within three seconds.',
    labelNames: requestLabels,
    registers,
  });
  const requests = new Counter({
    name: 'ladder_requests_total',
    help: 'Requests of Slack that were worked on, by whether the person got what they asked for.',
    labelNames: [...requestLabels, 'outcome'],
    registers,
  });
  const refused = new Counter({
    name: 'ladder_requests_refused_total',
    help: 'Requests that did not come from Slack, or not now: wrong in timestamp or signature, or a replay.',
    labelNames: ['reason'],
    registers,
  });
  const calls = new Counter({
    name: 'ladder_slack_calls_total',
    help: "Calls to Slack's Web API, by client, method and outcome.",
    labelNames: ['client', 'method', 'outcome'],
    registers,
  });
  const answers = new Counter({
    name: 'ladder_slack_answers_total',
    help: 'The same calls by what Slack answered: ok, error, token_refused, limited, or away for none.',
    labelNames: ['client', 'answer'],
    registers,
  });
  const callSeconds = new Histogram({
    name: 'ladder_slack_call_seconds',
    help: "How long Slack's Web API took to answer.",
    labelNames: ['client', 'method'],
    buckets: callBuckets,
    registers,
  });
  const socket = new Gauge({
    name: 'ladder_socket_connected',
    help: 'Whether the socket to Slack is open, 1 or 0; absent over HTTP.',
    labelNames: [],
    registers: over === 'socket' ? registers : [],
  });
  // Counters that alerts use exist from the start: Prometheus doesn't see the first increment of a
  // counter that appears with it.
  for (const kind of requestKinds) {
    acks.zero({ kind, over });
    missedAcks.inc({ kind, over }, 0);
    for (const outcome of ['answered', 'failed']) requests.inc({ kind, over, outcome }, 0);
  }
  for (const reason of refusals) refused.inc({ reason }, 0);
  for (const client of clientNames) {
    for (const answer of slackAnswers) answers.inc({ client, answer }, 0);
  }
  return {
    acknowledged: (request, seconds) => acks.observe({ ...request }, seconds),
    ackMissed: (request) => missedAcks.inc({ ...request }),
    ended: (request, outcome) => requests.inc({ ...request, outcome }),
    refused: (reason) => refused.inc({ reason }),
    called({ client, method, outcome, seconds }) {
      calls.inc({ client, method, outcome });
      answers.inc({ client, answer: answerOf(outcome) });
      callSeconds.observe({ client, method }, seconds);
    },
    socket(connected) {
      socket.set(connected ? 1 : 0);
    },
  };
}

const slackAnswers = ['ok', 'error', 'token_refused', 'limited', 'away'] as const;

function answerOf(outcome: string): (typeof slackAnswers)[number] {
  if (outcome === 'ok') return 'ok';
  if (outcome === 'ratelimited') return 'limited';
  if (/^(timeout|unreachable|http_5\d\d)$/.test(outcome)) return 'away';
  return tokenCodes.has(outcome) ? 'token_refused' : 'error';
}
