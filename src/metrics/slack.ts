import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { SlackObserver } from '../slack/observer.js';

/** Around the three seconds after which Slack shows an error. */
const ackBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 5];
/** Up to the patient client's limit. */
const callBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** Counts what Slack asks and what is asked of Slack. */
export function slackMetrics(registry: Registry): SlackObserver {
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
  const refusals = new Counter({
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
    registers: [],
  });
  for (const kind of ['command', 'action', 'view', 'shortcut', 'options', 'event'] as const) {
    for (const over of ['http', 'socket'] as const) missedAcks.inc({ kind, over }, 0);
  }
  return {
    acknowledged: (request, seconds) => acks.observe({ ...request }, seconds),
    ackMissed: (request) => missedAcks.inc({ ...request }),
    ended: (request, outcome) => requests.inc({ ...request, outcome }),
    refused: (reason) => refusals.inc({ reason }),
    called({ client, method, outcome, seconds }) {
      calls.inc({ client, method, outcome });
      callSeconds.observe({ client, method }, seconds);
    },
    socket(connected) {
      registry.registerMetric(socket);
      socket.set(connected ? 1 : 0);
    },
  };
}
