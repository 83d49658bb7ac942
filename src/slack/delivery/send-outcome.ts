import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { SendOutcome } from '../../services/delivery/index.js';
import { tunnelRefusal } from '../bolt/web-api/unreachable.js';

const minuteMs = 60_000;

/** Too much was asked of Slack. It says how long to wait with a 429 only. */
const limitedCodes = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** Slack's own word that nothing was posted and that it may work soon. */
const passingCodes = new Set(['service_unavailable', 'request_timeout']);

/** Slack says of these that a part of what was asked may have been done. */
const doubtfulCodes = new Set(['internal_error', 'fatal_error']);

/** About the app or the whole workspace, not about this message, which is sent once resolved. */
const appCodes = new Set([
  'access_denied',
  'accesslimited',
  'account_inactive',
  'ekm_access_denied',
  'invalid_auth',
  'messages_tab_disabled',
  'missing_scope',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_added_to_org',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
]);

/** What an error of a call says about whether it took effect; of any other code: Slack refused it. */
export function classify(error: unknown): SendOutcome {
  if (error instanceof WebAPIRateLimitedError) {
    return { state: 'limited', afterMs: error.retryAfter * 1000 };
  }
  if (isUnspecifiedLimit(error)) return { state: 'limited', afterMs: minuteMs };
  if (error instanceof WebAPIPlatformError) return outcomeOfCode(error.data.error);
  if (error instanceof WebAPIHTTPError) return outcomeOfStatus(error);
  if (neverLeft(error)) return { state: 'retry', afterMs: minuteMs };
  return { state: 'unknown', reason: timedOut(error) ? 'timeout' : 'connection_lost' };
}

function outcomeOfCode(code: unknown): SendOutcome {
  // The client takes whatever isn't JSON, such as a proxy's page, for the name of an error.
  if (typeof code !== 'string' || !/^[a-z0-9_]+$/.test(code)) {
    return { state: 'unknown', reason: 'unreadable_answer' };
  }
  if (limitedCodes.has(code)) return { state: 'limited', afterMs: minuteMs };
  if (passingCodes.has(code)) return { state: 'retry', afterMs: minuteMs };
  if (appCodes.has(code)) return { state: 'retry', afterMs: 10 * minuteMs, reason: code };
  if (doubtfulCodes.has(code)) return { state: 'unknown', reason: code };
  return { state: 'failed', reason: code };
}

function outcomeOfStatus({ statusCode }: WebAPIHTTPError): SendOutcome {
  const reason = `http_${statusCode}`;
  // A server that fails may have posted before.
  return statusCode < 500 ? { state: 'failed', reason } : { state: 'unknown', reason };
}

/** A 429 that doesn't say how long to wait: the client has no error of its own for it. */
function isUnspecifiedLimit(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Retry header did not contain');
}

const unconnectedCodes = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** No connection came about, so nothing can have been posted. */
function neverLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.every(neverLeft);
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (syscall === 'connect' || (typeof code === 'string' && unconnectedCodes.has(code)))
    return true;
  if (tunnelRefusal(error) !== undefined) return true;
  return neverLeft(error.cause);
}

function timedOut(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'TimeoutError' || timedOut(error.cause);
}
