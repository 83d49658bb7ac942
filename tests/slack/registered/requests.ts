import type { ModalView } from '@slack/types';
import type { LocalSlack } from '../../../playground/slack/index.js';
import { clientOf } from '../../support/local-slack.js';

type Fields = Record<string, unknown>;

/** A window as a request carries it: what stands in it is in `values`, by block and action. */
export interface GivenWindow {
  callbackId: string;
  /** As it is if it is a text, else as JSON. */
  metadata?: unknown;
  values?: object;
}

/** The fields that every request of a person has. */
export function ofPerson(slack: LocalSlack, userId: string): Fields {
  const { id, domain } = slack.state().workspace;
  return {
    api_app_id: 'A0LADDER',
    team: { id, domain },
    user: { id: userId, username: 'somebody', name: 'somebody', team_id: id },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A press: in a message of the person's DM with the app, or in a window that is open before them. */
export async function interaction(
  slack: LocalSlack,
  userId: string,
  {
    window,
    actionId,
    blockId = 'given',
    ...action
  }: { actionId: string; blockId?: string; window?: GivenWindow; [field: string]: unknown },
): Promise<Fields> {
  const { trigger_id, response_url } = slack.waysToAnswer(userId);
  const acted = { type: 'button', action_id: actionId, block_id: blockId, ...action };
  const action_ts = (Date.now() / 1000).toFixed(6);
  return {
    type: 'block_actions',
    ...ofPerson(slack, userId),
    trigger_id,
    ...(window ? await inWindow(slack, userId, window) : { ...inMessage(userId), response_url }),
    actions: [{ action_ts, ...acted }],
  };
}

function inMessage(userId: string): Fields {
  const channel = `D${userId.slice(1)}`;
  const place = { channel_id: channel, message_ts: '1.000001', is_ephemeral: false };
  return {
    channel: { id: channel, name: 'directmessage' },
    container: { type: 'message', ...place },
    message: { type: 'message', ts: '1.000001', text: 'A message', blocks: [] },
  };
}

async function inWindow(slack: LocalSlack, userId: string, window: GivenWindow): Promise<Fields> {
  const view = await opened(slack, userId, window);
  return { view, container: { type: 'view', view_id: view.id } };
}

/** A window that is sent. */
export async function submission(
  slack: LocalSlack,
  userId: string,
  window: GivenWindow,
): Promise<Fields> {
  const { trigger_id } = slack.waysToAnswer(userId);
  const view = await opened(slack, userId, window);
  const person = ofPerson(slack, userId);
  return { type: 'view_submission', ...person, trigger_id, view, response_urls: [] };
}

/** Puts the window before the person, whatever was open; an app or a stranger has no screen. */
async function opened(slack: LocalSlack, userId: string, given: GivenWindow) {
  const { callbackId, metadata = '', values = {} } = given;
  const text = (words: string) => ({ type: 'plain_text' as const, text: words });
  const view = {
    type: 'modal' as const,
    callback_id: callbackId,
    private_metadata: typeof metadata === 'string' ? metadata : JSON.stringify(metadata),
    title: text('Given'),
    submit: text('Send'),
    blocks: [
      { type: 'section' as const, block_id: 'above', text: text('Given') },
      ...Object.keys(values).map((block_id) => ({
        type: 'input' as const,
        block_id,
        label: text('Words'),
        element: { type: 'plain_text_input' as const, action_id: 'given' },
      })),
    ],
  };
  const id = await show(slack, userId, view);
  return { ...view, id, close: null, hash: '1.x', state: { values } };
}

async function show(slack: LocalSlack, userId: string, view: ModalView): Promise<string> {
  const { seats, people } = slack.state();
  const seat = seats[userId];
  const hasLeft = people.some(({ id, deleted }) => id === userId && deleted);
  if (!seat || hasLeft || JSON.stringify(view).length > 50_000) return 'V0GIVEN';
  if (seat.modals.length > 0) await slack.as(userId).close({ all: true });
  const { trigger_id } = slack.waysToAnswer(userId);
  const opened = await clientOf(slack, slack.botToken).views.open({ trigger_id, view });
  return opened.view?.id ?? 'V0GIVEN';
}
