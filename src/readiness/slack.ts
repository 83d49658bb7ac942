import { WebAPIRateLimitedError } from '@slack/web-api';
import { TokenRefused } from '../slack/bolt/web-api/identity.js';
import { TimeLimitError, within } from '../system/time-limit.js';
import { type Check, type Found, failing, ok } from './index.js';

/** How long a socket may be closed: reconnecting takes some seconds now and then. */
const reconnectMs = 30_000;
/**
 * For how many milliseconds an answer of Slack's is reused, so that nobody can flood Slack through
 * us.
 */
const holdsMs = 30_000;
/** How long to wait for Slack, in milliseconds. */
const limitMs = 2_500;

const away =
  "Slack is not answering. Check this machine's network, and https://status.slack.com; Ladder goes on by itself.";

/**
 * Two checks that share one request: whether Slack answers, and whether it accepts the token. `ask`
 * throws an Error in words if not, and TokenRefused if the token is the reason.
 */
export function slackChecks(
  ask: () => Promise<unknown>,
  now: () => number = () => performance.now(),
): Check[] {
  let asked: { until: number; answer: Promise<Answer> } | undefined;
  const answer = (): Promise<Answer> => {
    if (asked && now() < asked.until) return asked.answer;
    asked = { until: now() + holdsMs, answer: verdictOf(ask) };
    return asked.answer;
  };
  // Reused for both checks, so that neither result is older than the other.
  const own = { holdsMs: 0, otherwise: away };
  return [
    { about: 'slack', ...own, run: async () => (await answer()).slack },
    { about: 'token', ...own, run: async () => (await answer()).token },
  ];
}

/** Checks whether Slack answers at all; `ask` throws if not. For several workspaces, of which none is special. */
export function reachabilityCheck(ask: () => Promise<unknown>): Check {
  return {
    about: 'slack',
    otherwise: away,
    holdsMs,
    async run() {
      await within(limitMs, ask());
      return ok('Slack answers.');
    },
  };
}

interface Answer {
  slack: Found;
  token: Found;
}

async function verdictOf(ask: () => Promise<unknown>): Promise<Answer> {
  const slack = ok('Slack answers.');
  try {
    await within(limitMs, ask());
    return { slack, token: ok('Slack takes the token.') };
  } catch (error) {
    const isSilent = error instanceof TimeLimitError || !(error instanceof Error);
    const text = isSilent ? away : error.message;
    if (error instanceof TokenRefused) return { slack, token: failing(text) };
    // A server that asks to wait is reachable.
    const isThere = (error as Error).cause instanceof WebAPIRateLimitedError;
    const token = unknown('Whether Slack takes the token is not known while it gives no answer.');
    return { slack: isThere ? slack : failing(text), token };
  }
}

function unknown(text: string): Found {
  return { state: 'unknown', text };
}

/**
 * Checks whether the socket is open; `lostForMs` is undefined while it is. Over HTTP there is no
 * socket.
 */
export function socketCheck(
  lostForMs: () => number | undefined,
  { over }: { over: 'http' | 'socket' },
): Check {
  return {
    about: 'socket',
    holdsMs: 0,
    otherwise: 'The socket to Slack is closed.',
    async run() {
      if (over === 'http') return { state: 'none', text: 'Slack sends its requests over HTTP.' };
      const lost = lostForMs();
      if (lost === undefined) return ok('The socket to Slack is open.');
      if (lost < reconnectMs) return ok('The socket to Slack is being opened anew.');
      return failing(
        `The socket to Slack has been closed for ${Math.round(lost / 1000)} seconds, so nothing that people do reaches Ladder. Check the network, that Socket Mode is on in the Slack app, and SLACK_APP_TOKEN: npm run ladder -- doctor`,
      );
    },
  };
}
