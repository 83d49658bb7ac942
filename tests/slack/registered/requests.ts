import type { LocalSlack } from '../../../playground/slack/index.js';

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

/** A press: in a message of the person's DM with the app, or in a window. */
export function interaction(
  slack: LocalSlack,
  userId: string,
  {
    window,
    ...action
  }: { actionId: string; blockId?: string; window?: GivenWindow; [field: string]: unknown },
): Fields {
  const { actionId, blockId = 'given', ...rest } = action;
  const ways = slack.waysToAnswer(userId);
  const channel = slack.as(userId).dm;
  const place = window
    ? {
        view: viewOf(window),
        container: { type: 'view', view_id: 'V0GIVEN' },
        trigger_id: ways.trigger_id,
      }
    : {
        ...ways,
        channel: { id: channel, name: 'directmessage' },
        container: {
          type: 'message',
          channel_id: channel,
          message_ts: '1.000001',
          is_ephemeral: false,
        },
        message: { type: 'message', ts: '1.000001', text: 'A message', blocks: [] },
      };
  const acted = { type: 'button', action_id: actionId, block_id: blockId, ...rest };
  const action_ts = (Date.now() / 1000).toFixed(6);
  return {
    type: 'block_actions',
    ...ofPerson(slack, userId),
    ...place,
    actions: [{ action_ts, ...acted }],
  };
}

/** A window that is sent. */
export function submission(slack: LocalSlack, userId: string, window: GivenWindow): Fields {
  const { trigger_id } = slack.waysToAnswer(userId);
  const view = viewOf(window);
  return {
    type: 'view_submission',
    ...ofPerson(slack, userId),
    trigger_id,
    view,
    response_urls: [],
  };
}

function viewOf({ callbackId, metadata = '', values = {} }: GivenWindow): Fields {
  const text = (words: string) => ({ type: 'plain_text', text: words });
  return {
    id: 'V0GIVEN',
    type: 'modal',
    callback_id: callbackId,
    private_metadata: typeof metadata === 'string' ? metadata : JSON.stringify(metadata),
    title: text('Given'),
    submit: text('Send'),
    close: null,
    hash: '1.x',
    state: { values },
    blocks: Object.keys(values).map((block_id) => ({
      type: 'input',
      block_id,
      label: text('Words'),
      element: { type: 'plain_text_input', action_id: 'given' },
    })),
  };
}
