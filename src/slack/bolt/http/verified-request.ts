import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { isValidSlackRequest } from '@slack/bolt';
import { HttpError } from '../../../runtime/http-server.js';
import type { Refusal } from '../observer.js';
import { readBody } from './read-body.js';
import type { ReplayGuard } from './replay-guard.js';

/** A request of Slack's that is not taken. */
export class RefusedRequest extends HttpError {
  override name = 'RefusedRequest';
  constructor(
    readonly refusal: Refusal,
    reason: string,
  ) {
    super(401, reason);
  }
}

export interface Verification {
  signingSecret: string;
  replays: ReplayGuard;
  /** The present in seconds; real time, not the playground's. */
  now: number;
}

/** Slack says: refuse what is more than five minutes off. */
const mostSecondsOff = 300;
/** Slack's largest is a window of 250 kB with what was typed in it, all of it percent-encoded. */
const mostBytes = 4 * 1024 * 1024;
/** The most that is read of an unsigned request. */
const mostUnsignedBytes = 4 * 1024;

/**
 * The body of a request that Slack signed, parsed; undefined for Slack's check of the certificate
 * (`ssl_check`), which may come unsigned and asks for nothing but a 200. Throws HttpError for
 * everything else. Nothing of a request is remembered before its signature is verified.
 */
export async function readVerified(
  request: IncomingMessage,
  { signingSecret, replays, now }: Verification,
): Promise<unknown> {
  const proof = readProof(request, now);
  const format = formatOf(request);
  if (!proof && format !== 'form') throw unproven();
  if (!format) throw new HttpError(415, 'unsupported media type');
  const raw = await readBody(request, proof ? mostBytes : mostUnsignedBytes);
  if (!isUtf8(raw)) throw new HttpError(400, 'not UTF-8');
  const body = raw.toString('utf8');
  if (format === 'form' && raw.length <= mostUnsignedBytes && parse(body).ssl_check === '1') {
    return undefined;
  }
  if (!proof) throw unproven();
  const { signature, timestamp } = proof;
  const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp };
  if (!isValidSlackRequest({ signingSecret, body, headers, nowMilliseconds: now * 1000 })) {
    throw new RefusedRequest('signature', 'wrong signature');
  }
  if (!replays.add(signature, { now, until: timestamp + mostSecondsOff })) {
    throw new RefusedRequest('replay', 'replayed request');
  }
  return parsed(body, format);
}

interface Proof {
  signature: string;
  timestamp: number;
}

/**
 * The two headers with which Slack signs; undefined if neither is there. Repeated ones arrive joined
 * by a comma, and are refused with everything else that isn't exactly what Slack sends.
 */
function readProof({ headers }: IncomingMessage, now: number): Proof | undefined {
  const signature = headers['x-slack-signature'];
  const sent = headers['x-slack-request-timestamp'];
  if (signature === undefined && sent === undefined) return undefined;
  const timestamp = typeof sent === 'string' && /^[1-9]\d{0,11}$/.test(sent) ? Number(sent) : NaN;
  if (!(Math.abs(now - timestamp) <= mostSecondsOff)) {
    throw new RefusedRequest('timestamp', 'stale or missing timestamp');
  }
  if (typeof signature !== 'string' || !/^v0=[0-9a-f]{64}$/.test(signature)) {
    throw new RefusedRequest('signature', 'wrong signature');
  }
  return { signature, timestamp };
}

function unproven(): RefusedRequest {
  return new RefusedRequest('timestamp', 'stale or missing timestamp');
}

type Format = 'form' | 'json';

const mediaTypes =
  /^application\/(json|x-www-form-urlencoded)\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?;?\s*$/i;

/** Slack sends these two without a charset; a proxy may add one. Undefined for everything else. */
function formatOf({ headers }: IncomingMessage): Format | undefined {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return undefined;
  const type = mediaTypes.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase();
  if (type === undefined) return undefined;
  return type === 'json' ? 'json' : 'form';
}

function parsed(body: string, format: Format): unknown {
  try {
    if (format === 'json') return JSON.parse(body);
    const form = parse(body);
    return typeof form.payload === 'string' ? JSON.parse(form.payload) : form;
  } catch (error) {
    // The parser's own message quotes the input.
    if (error instanceof SyntaxError) throw new HttpError(400, 'malformed JSON');
    throw error;
  }
}
