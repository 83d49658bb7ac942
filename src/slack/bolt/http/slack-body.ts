import { z } from 'zod';
import { slackValues } from '../../ui/slack-values.js';

/**
 * The shapes of what Slack sends, as far as Bolt and the listeners rely on them without looking.
 * Whatever more there is in them is let through.
 */
const id = z.string().min(1).max(255);
/** A person, an app, a workspace: these come to the database and into the log. */
const slackId = z.string().regex(/^[A-Z][A-Z0-9]{0,63}$/);
const thing = z.looseObject({});
const block = z.looseObject({ type: z.string(), block_id: z.string().optional() });
const address = z.url({ protocol: /^https?$/ });
const user = z.looseObject({ id: slackId });
const channel = z.looseObject({ id }).optional();
const view = z.looseObject({
  id: slackId,
  type: z.string(),
  callback_id: z.string(),
  private_metadata: z.string().max(3000),
  blocks: z.array(block),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), thing)) }).nullish(),
});
const message = z.looseObject({
  ts: z.string(),
  text: z.string().nullish(),
  blocks: z.array(block).nullish(),
});
const action = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  block_id: z.string(),
  action_ts: z.string(),
  value: z.string().nullish(),
});

/** What all that comes from a person in a window or a message carries. */
const interaction = {
  type: z.string(),
  user,
  team: z.looseObject({ id: slackId }).nullish(),
  enterprise: thing.nullish(),
  channel,
  container: thing.optional(),
  // Bolt would work with the token of a function, and Ladder has none.
  function_data: z.null().optional(),
  response_url: address.optional(),
  response_urls: z.array(z.looseObject({ response_url: address })).optional(),
};
const trigger_id = z.string();

const command = z.looseObject({
  command: z.string(),
  text: z.string(),
  user_id: slackId,
  user_name: z.string().optional(),
  team_id: slackId,
  enterprise_id: z.string().optional(),
  channel_id: id,
  trigger_id,
  response_url: address,
});
const options = z.looseObject({
  ...interaction,
  action_id: z.string(),
  block_id: z.string(),
  value: z.string(),
  view: view.optional(),
});
const actions = z.looseObject({
  ...interaction,
  trigger_id,
  actions: z.array(action).min(1),
  view: view.optional(),
  message: message.optional(),
});
const views = z.looseObject({ ...interaction, view });
const shortcut = z.looseObject({ ...interaction, callback_id: z.string(), trigger_id });
const messageShortcut = shortcut.extend({
  channel: z.looseObject({ id }),
  message,
  message_ts: slackValues.ts,
  response_url: address,
});

const event = z.looseObject({
  type: z.literal('event_callback'),
  team_id: slackId.nullish(),
  enterprise_id: id.nullish(),
  authorizations: z.array(thing).optional(),
  event: z.looseObject({
    type: z.string(),
    user: z.union([slackId, user]).optional(),
    channel: z.union([z.string(), thing]).optional(),
    item: thing.optional(),
    subteam: thing.optional(),
  }),
});

/** Whether a body is one of Slack's: then Bolt and the listeners can read it. */
export function isSlackBody(body: unknown): body is Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  return shapeOf(body).safeParse(body).success;
}

/** The order is Bolt's, which distinguishes kinds by their fields. */
function shapeOf(body: { type?: unknown }): z.ZodType {
  if ('event' in body) return event;
  if ('command' in body) return command;
  if ('name' in body || body.type === 'block_suggestion') return options;
  if ('actions' in body) return actions;
  if (body.type === 'shortcut') return shortcut;
  if (body.type === 'message_action') return messageShortcut;
  if (body.type === 'view_submission' || body.type === 'view_closed') return views;
  return z.looseObject({ type: z.string() });
}
