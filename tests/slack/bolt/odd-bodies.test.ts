import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder, testSigningSecret } from '../../support/ladder.js';
import { signedCommand } from '../../support/signed-request.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder();
});
afterAll(() => ladder.stop());

/** Sends what Slack would have signed; the status of the answer. */
async function sendSigned(body: string, type: string): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', testSigningSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${digest}`,
  };
  const url = `http://127.0.0.1:${ladder.ladder.port}/slack/events`;
  const response = await fetch(url, { method: 'POST', headers, body });
  await response.text();
  return response.status;
}
const json = (body: unknown) => sendSigned(JSON.stringify(body), 'application/json');
const payload = (body: unknown) =>
  sendSigned(
    `payload=${encodeURIComponent(JSON.stringify(body))}`,
    'application/x-www-form-urlencoded',
  );

const view = {
  ...{ id: 'V1', type: 'modal', callback_id: 'check_in.page', private_metadata: '{}' },
  ...{ blocks: [], state: { values: {} } },
};
const action = { type: 'button', action_id: 'a', block_id: 'b', action_ts: '1.0' };
const press = {
  ...{ type: 'block_actions', user: { id: 'U0TEO' }, team: { id: 'T0PLAYGROUND' } },
  ...{ trigger_id: 't', actions: [action], view },
};
const submission = { type: 'view_submission', user: { id: 'U0TEO' }, team: { id: 'T0' }, view };
const shortcut = {
  ...{ type: 'message_action', callback_id: 'of.old', user: { id: 'U0TEO' }, trigger_id: 't' },
  ...{ team: { id: 'T0PLAYGROUND' }, channel: { id: 'C0GENERAL' }, message_ts: '1.0' },
  ...{ message: { ts: '1.0' }, response_url: 'http://127.0.0.1:9/none' },
};
const event = { type: 'event_callback', team_id: 'T0', event: { type: 'app_home_opened' } };

describe('a signed body that Slack would not send', () => {
  it.each([null, true, 5, 'x', [], [null], [[]], {}])('%j is refused', async (body) => {
    expect(await json(body)).toBe(400);
    if (JSON.stringify(body) !== '{}') expect(await payload(body)).toBe(400);
  });

  it.each([
    ['event', { ...event, event: null }],
    ['event', { ...event, event: 'x' }],
    ['event', { ...event, event: { type: 5 } }],
    ['event.channel', { ...event, event: { type: 'message', channel: null } }],
    ['event.item', { ...event, event: { type: 'reaction_added', item: 5 } }],
    ['event.user', { ...event, event: { type: 'user_change', user: null } }],
    ['authorizations', { ...event, authorizations: [null] }],
    ['team', { ...press, team: 5 }],
    ['user', { ...press, user: [] }],
    ['user', { ...press, user: null }],
    ['user.id', { ...press, user: { id: 5 } }],
    ['user.id', { ...press, user: { id: '\0' } }],
    ['user.id', { ...press, user: { id: 'U0TEO and more' } }],
    ['response_url', { ...press, response_url: 'x' }],
    ['response_url', { ...press, response_url: 'file:///etc/passwd' }],
    ['actions', { ...press, actions: null }],
    ['actions', { ...press, actions: [] }],
    ['actions', { ...press, actions: [null] }],
    ['actions', { ...press, actions: {} }],
    ['value', { ...press, actions: [{ ...action, value: { contains: '' } }] }],
    ['view', { ...press, view: 'x' }],
    ['view', { ...submission, view: null }],
    ['view.id', { ...submission, view: { ...view, id: '\ud83d' } }],
    ['view.state', { ...submission, view: { ...view, state: { values: [] } } }],
    ['view.state', { ...submission, view: { ...view, state: { values: { a: { b: null } } } } }],
    ['view.blocks', { ...submission, view: { ...view, blocks: [null] } }],
    ['message', { ...press, message: 5 }],
    ['channel', { ...press, channel: null }],
    ['container', { ...press, container: null }],
    ['function_data', { ...press, function_data: { execution_id: 'x' } }],
    ['command', { command: null }],
    ['command', { command: '/ladder', text: {}, user_id: {}, team_id: 5 }],
    ['name', { name: 5, channel: 5 }],
    ['type', { type: 'block_suggestion', value: [] }],
    ['type', { type: 'shortcut' }],
    ['type', { type: 'message_action', message: null }],
    ['message_ts', { ...shortcut, message_ts: undefined }],
    ['message_ts', { ...shortcut, message_ts: 0 }],
    ['message_ts', { ...shortcut, message_ts: 'soon' }],
    ['type', { type: 5 }],
  ])('with an odd %s is refused', async (_field, body) => {
    expect(await payload(body)).toBe(400);
    expect(await json(body)).toBe(400);
  });

  it('that is no JSON, or no form, or not UTF-8 is refused', async () => {
    expect(await sendSigned('{', 'application/json')).toBe(400);
    expect(await sendSigned('payload={', 'application/x-www-form-urlencoded')).toBe(400);
    expect(await sendSigned('payload=%ff', 'application/x-www-form-urlencoded')).toBe(400);
    expect(await sendSigned('a=1&payload=5&payload=6', 'application/x-www-form-urlencoded')).toBe(
      400,
    );
  });

  it('that nests a hundred thousand times is refused or taken, no more', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(await sendSigned(deep, 'application/json')).toBe(400);
    const inside = JSON.stringify({ type: 'new_in_slack' }).replace('}', `,"more":${deep}}`);
    expect(await sendSigned(inside, 'application/json')).toBe(200);
  });

  it('has its fields once: twice is not taken for a list', async () => {
    const { body } = signedCommand(testSigningSecret, {});
    const twice = await sendSigned(`${body}&user_id=U0ROSA`, 'application/x-www-form-urlencoded');
    expect(twice).toBe(400);
  });

  it('is told of in the log without a word of it', async () => {
    const told = 'a request was not of the shape that Slack sends';
    const linesNow = () => ladder.logged.filter(({ sentence }) => sentence === told);
    const before = linesNow().length;
    for (const body of [
      { ...press, type: 5 },
      { ...shortcut, type: 5 },
    ])
      await payload(body);
    await json({ ...event, type: 5 });
    const lines = linesNow();
    expect(lines.length - before).toBe(3);
    for (const { fields } of lines) expect(Object.keys(fields)).toEqual(['reference', 'over']);
    expect(ladder.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a signed body of a kind that Ladder has nothing for', () => {
  it('is taken at once, so that Slack does not send it again', async () => {
    expect(await json({ type: 'app_rate_limited', team_id: 'T0' })).toBe(200);
    expect(await json({ ...event, event: { type: 'something_new' } })).toBe(200);
    expect(await payload({ ...press, actions: [{ ...action, action_id: 'of.old' }] })).toBe(200);
    expect(await payload(shortcut)).toBe(200);
  });

  it('says whether the address is ours', async () => {
    expect(await json({ type: 'url_verification', challenge: 'abc' })).toBe(200);
    expect(await json({ type: 'url_verification', challenge: 5 })).toBe(200);
  });
});
