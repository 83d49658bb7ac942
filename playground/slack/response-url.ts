import type { Block } from '../contract.js';
import type { Core } from './core.js';
import type { Fault } from './faults.js';
import { addAppMessage, deleteMessage, editMessage } from './messages.js';
import { checkPayload } from './payload/index.js';
import { isTooLong, tooLong } from './payload/size.js';
import type { ResponseTarget } from './state/response-urls.js';
import { type Fields, isFields } from './state/types.js';

/** Slack's answer to a post to a response_url. */
export interface ResponseUrlAnswer {
  status: number;
  body: string;
}

/** Handles one post to a response_url. */
export function answerResponseUrl(
  core: Core,
  key: string,
  body: string,
  fault: Fault,
): ResponseUrlAnswer {
  if (fault.status !== undefined) return logged(core, fault.status, 'http_error');
  if (fault.rateLimit) return logged(core, 429, 'ratelimited');
  if (fault.error !== undefined) return logged(core, 404, fault.error);
  const target = core.responseUrls.use(key);
  if ('fault' in target) {
    core.store.refuse('response_url', target.fault, [reasonsWhy[target.fault]]);
    return logged(core, 404, target.fault);
  }
  const answer = parse(body);
  if (!answer) return refused(core, 'invalid_payload', ['the body must be a JSON object']);
  if (answer.delete_original === true) {
    const original = originalOf(core, target);
    if (original) deleteMessage(core, original);
    return logged(core, 200);
  }
  const reasons = checkPayload('message', answer);
  const blocks = (Array.isArray(answer.blocks) ? answer.blocks : []) as Block[];
  if (isTooLong(blocks))
    return refused(core, 'msg_blocks_too_long', [`blocks: ${tooLong(blocks)}`]);
  if (reasons.length > 0) return refused(core, 'invalid_blocks', reasons);
  const text = String(answer.text ?? '');
  if (text === '' && blocks.length === 0) return refused(core, 'no_text', []);
  place(core, target, answer, { text, blocks });
  return logged(core, 200);
}

const reasonsWhy = {
  expired_url: 'the response_url is older than half an hour',
  used_url: 'the response_url was used five times',
  no_url: 'there is no such response_url',
};

function place(
  core: Core,
  target: ResponseTarget,
  answer: Fields,
  content: { text: string; blocks: Block[] },
): void {
  const original = originalOf(core, target);
  if (answer.replace_original === true && original) {
    editMessage(core, original, content);
    return;
  }
  const inChannel = answer.response_type === 'in_channel';
  const threadTs = typeof answer.thread_ts === 'string' ? { threadTs: answer.thread_ts } : {};
  const ephemeral = inChannel ? {} : { ephemeralTo: target.personId };
  addAppMessage(core, target.channel, content, { ...ephemeral, ...threadTs });
}

function originalOf(core: Core, target: ResponseTarget) {
  const original = target.ts ? core.store.findMessage(target.channel, target.ts) : undefined;
  return original?.byApp ? original : undefined;
}

function parse(body: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function refused(core: Core, error: string, reasons: string[]): ResponseUrlAnswer {
  core.store.refuse('response_url', error, reasons);
  return logged(core, 200, error);
}

function logged(core: Core, status: number, error?: string): ResponseUrlAnswer {
  const at = new Date().toISOString();
  const ok = error === undefined;
  const call = { id: core.store.nextNumber(), at, method: 'response_url', ok, status };
  core.store.calls.push(ok ? call : { ...call, error });
  core.store.changed('requests');
  return { status, body: ok ? 'ok' : JSON.stringify({ ok, error }) };
}
