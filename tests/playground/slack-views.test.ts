import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import { pause } from '../../playground/slack/pause.js';
import { ana, clientOf, errorOf, workspaceOptions } from '../support/local-slack.js';
import { type ReceivingApp, receivingApp } from '../support/receiving-app.js';

const commands = [{ command: '/x', description: 'Anything' }];
let slack: LocalSlack;
let app: ReceivingApp;
let client: WebClient;

beforeEach(async () => {
  app = await receivingApp();
  slack = await startLocalSlack(workspaceOptions({ app: { commands, requestUrl: app.url } }));
  client = clientOf(slack);
});

afterEach(async () => {
  await slack.close();
  await app.close();
});

function modal(more: Partial<ModalView> = {}): ModalView {
  return { type: 'modal', title: { type: 'plain_text', text: 'Hello' }, blocks: [], ...more };
}

/** A fresh trigger id, as a command of Ana's brings it. */
async function trigger(): Promise<string> {
  await slack.as(ana).command('/x');
  return app.form().get('trigger_id') ?? '';
}

test('a trigger id opens one view', async () => {
  const trigger_id = await trigger();
  const { view } = await client.views.open({ trigger_id, view: modal() });
  expect(slack.as(ana).modal()?.id).toBe(view?.id);
  expect(await errorOf(client.views.open({ trigger_id, view: modal() }))).toBe(
    'exchanged_trigger_id',
  );
});

test('a trigger id dies after its time', async () => {
  const trigger_id = await trigger();
  slack.timing.triggerMs = 5;
  await pause(20);
  const call = client.views.open({ trigger_id, view: modal() });
  expect(await errorOf(call)).toBe('expired_trigger_id');
});

test('a made-up trigger id is worth nothing', async () => {
  const call = client.views.open({ trigger_id: '1.2.x', view: modal() });
  expect(await errorOf(call)).toBe('invalid_trigger_id');
});

test('a stale hash conflicts, and so does an empty one', async () => {
  const opened = await client.views.open({ trigger_id: await trigger(), view: modal() });
  const view_id = opened.view?.id ?? '';
  const hash = opened.view?.hash ?? '';
  await client.views.update({ view_id, hash, view: modal() });
  expect(await errorOf(client.views.update({ view_id, hash, view: modal() }))).toBe(
    'hash_conflict',
  );
  expect(await errorOf(client.views.update({ view_id, hash: '', view: modal() }))).toBe(
    'hash_conflict',
  );
  await client.views.update({ view_id, view: modal({ callback_id: 'last' }) });
  expect(slack.as(ana).modal()?.callbackId).toBe('last');
});

test('a view is found by its external_id, which no other may have', async () => {
  await client.views.open({ trigger_id: await trigger(), view: modal({ external_id: 'mine' }) });
  await client.views.update({ external_id: 'mine', view: modal({ external_id: 'mine' }) });
  const second = { trigger_id: await trigger(), view: modal({ external_id: 'mine' }) };
  expect(await errorOf(client.views.push(second))).toBe('duplicate_external_id');
});

test('a closed view is not found', async () => {
  const opened = await client.views.open({ trigger_id: await trigger(), view: modal() });
  await slack.as(ana).close();
  const call = client.views.update({ view_id: opened.view?.id ?? '', view: modal() });
  expect(await errorOf(call)).toBe('not_found');
});

test('a fourth view on the stack is one too many', async () => {
  await client.views.open({ trigger_id: await trigger(), view: modal() });
  await client.views.push({ trigger_id: await trigger(), view: modal() });
  await client.views.push({ trigger_id: await trigger(), view: modal() });
  const call = client.views.push({ trigger_id: await trigger(), view: modal() });
  expect(await errorOf(call)).toBe('push_limit_reached');
});

test('a view larger than 250 kB is too large', async () => {
  const text = 'x'.repeat(2900);
  const blocks = Array.from({ length: 90 }, () => ({
    type: 'section' as const,
    text: { type: 'plain_text' as const, text },
  }));
  const call = client.views.open({ trigger_id: await trigger(), view: modal({ blocks }) });
  expect(await errorOf(call)).toBe('view_too_large');
});

test('a view with a wrong field is refused with the reason', async () => {
  const view = { ...modal(), colour: 'red' } as unknown as ModalView;
  const call = client.views.open({ trigger_id: await trigger(), view });
  expect(await errorOf(call)).toBe('invalid_arguments');
  expect(slack.refusals.at(-1)).toMatchObject({
    where: 'views.open',
    reasons: ['view: unknown field colour'],
  });
});

test('Home is published to one person, and kept for their next visit', async () => {
  await client.views.publish({
    user_id: ana,
    view: { type: 'home', blocks: [{ type: 'divider' }] },
  });
  expect(slack.as(ana).home()?.blocks).toHaveLength(1);
  await slack.as(ana).openHome();
  expect(app.json()).toMatchObject({
    event: { type: 'app_home_opened', user: ana, tab: 'home', view: { type: 'home' } },
  });
});
