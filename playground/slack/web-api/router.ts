import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core.js';
import type { Fault } from '../faults.js';
import { pause } from '../pause.js';
import type { Fields } from '../state/types.js';
import { Args } from './args.js';
import { chatMethods } from './chat.js';
import { conversationMethods } from './conversations.js';
import { fileMethods } from './files.js';
import { RateLimits } from './limits.js';
import { ApiError, type Method, missingScope } from './method.js';
import { teamMethods } from './team.js';
import { tokenState } from './tokens.js';
import { userMethods } from './users.js';
import { viewMethods } from './views.js';

const methods: Record<string, Method> = {
  ...teamMethods,
  ...chatMethods,
  ...conversationMethods,
  ...viewMethods,
  ...userMethods,
  ...fileMethods,
};

/** The HTTP response. */
interface Answer {
  status: number;
  body: Fields | '';
  headers?: Record<string, string>;
}

/** Returns the handler of POST and GET /api/METHOD. */
export function makeWebApi(core: Core) {
  const limits = new RateLimits();
  return async (
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
    body: string,
  ): Promise<void> => {
    const fault = core.faults.take(name);
    if (fault.delayMs !== undefined) await pause(fault.delayMs);
    if (fault.drop === 'before') {
      log(core, name, { status: 0, body: { ok: false, error: 'dropped' } });
      request.socket.destroy();
      return;
    }
    const answer =
      faulty(fault) ??
      (await answered(core, limits, name, () => Args.read(request, query, body), request));
    log(core, name, answer);
    if (fault.drop === 'after') {
      request.socket.destroy();
      return;
    }
    const scopes = [...core.scopes].join(',');
    const accepted = (methods[name]?.scopes ?? []).join(',');
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'x-oauth-scopes': scopes,
      'x-accepted-oauth-scopes': accepted,
      ...answer.headers,
    });
    response.end(answer.body === '' ? '' : JSON.stringify(answer.body));
  };
}

function faulty(fault: Fault): Answer | undefined {
  if (fault.rateLimit) return limited(fault.rateLimit.retryAfterSeconds);
  if (fault.status !== undefined) return { status: fault.status, body: '' };
  if (fault.error !== undefined) return { status: 200, body: { ok: false, error: fault.error } };
  return undefined;
}

function limited(seconds: number): Answer {
  const headers = { 'retry-after': String(seconds) };
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers };
}

async function answered(
  core: Core,
  limits: RateLimits,
  name: string,
  read: () => Args,
  request: IncomingMessage,
): Promise<Answer> {
  try {
    const method = methods[name];
    if (!method) throw new ApiError('unknown_method', [`${name}: the local Slack lacks it`]);
    const args = read();
    authorise(core, method, tokenOf(request, args));
    checkArguments(method, args);
    const wait = core.rateLimits.on ? limits.wait(name, method.perMinute, args) : 0;
    if (wait > 0) return limited(wait);
    return { status: 200, body: { ok: true, ...(await method.run(core, args)) } };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    core.store.refuse(name, error.error, error.reasons);
    const body: Fields = { ok: false, error: error.error, ...error.extra };
    if (error.reasons.length > 0) {
      body.response_metadata = { messages: error.reasons.map((one) => `[ERROR] ${one}`) };
    }
    return { status: 200, body };
  }
}

function tokenOf(request: IncomingMessage, args: Args): string | undefined {
  const header = request.headers.authorization;
  if (header?.startsWith('Bearer ')) return header.slice('Bearer '.length);
  return args.text('token');
}

function authorise(core: Core, method: Method, token: string | undefined): void {
  const { appToken } = core.options;
  if (method.open && !token) return;
  if (token === undefined || token === '') throw new ApiError('not_authed');
  const isAppToken = token === appToken;
  const state = isAppToken ? 'good' : tokenState(core.options, token);
  if (state !== 'good') throw new ApiError(state === 'expired' ? 'token_expired' : 'invalid_auth');
  if (isAppToken !== (method.appToken ?? false)) throw new ApiError('not_allowed_token_type');
  if (isAppToken || method.scopes.length === 0) return;
  if (method.scopes.some((scope) => core.scopes.has(scope))) return;
  throw missingScope(core, method.scopes);
}

function checkArguments(method: Method, args: Args): void {
  // Bolt's client sends its team_id with every call.
  const known = new Set(['token', 'team_id', ...method.args]);
  const unknown = args.names().filter((name) => !known.has(name));
  const missing = (method.required ?? []).filter((name) => !args.has(name));
  const reasons = [
    ...unknown.map((name) => `${name}: no such argument`),
    ...missing.map((name) => `${name}: required`),
  ];
  if (reasons.length > 0) throw new ApiError('invalid_arguments', reasons);
}

const keptCalls = 200;

function log(core: Core, method: string, answer: Answer): void {
  const { body, status } = answer;
  const ok = body !== '' && body.ok === true;
  const at = new Date().toISOString();
  const call = { id: core.store.nextNumber(), at, method, ok, status };
  const error = body === '' ? `http_${status}` : body.error;
  core.store.calls.push(typeof error === 'string' ? { ...call, error } : call);
  if (core.store.calls.length > keptCalls) core.store.calls.shift();
  core.store.changed('requests');
}
