import type { Container, Person } from '../../contract.js';
import type { Core } from '../core.js';
import { slackState } from '../state/inputs.js';
import type { Fields, StoredMessage, StoredView } from '../state/types.js';

/** The deprecated verification token, which Slack still sends. */
const verificationToken = 'ladder-verification-token';

/** Returns the fields of every payload. */
export function commonFields(core: Core): Fields {
  return { token: verificationToken, api_app_id: core.app.id };
}

export function teamField(core: Core): Fields {
  const { id, domain } = core.store.workspace;
  return { id, domain };
}

export function userField(core: Core, person: Person): Fields {
  const username = handleOf(person);
  return { id: person.id, username, name: username, team_id: teamOf(core, person) };
}

/** Returns a person's home workspace: this one, except for visitors. */
export function teamOf(core: Core, person: Person): string {
  return person.teamId ?? core.store.workspace.id;
}

/** Returns Slack's short name of a person: 'rosa.manager'. */
export function handleOf(person: Person): string {
  return person.name.toLowerCase().replace(/[^a-z0-9]+/g, '.');
}

export function channelField(core: Core, channelId: string): Fields {
  const channel = core.store.channels.get(channelId);
  return { id: channelId, name: channel?.kind === 'dm' ? 'directmessage' : (channel?.name ?? '') };
}

/** Returns a view as payloads and Web API answers contain it, with its current inputs. */
export function viewPayload(core: Core, view: StoredView): Fields {
  const { raw } = view;
  return {
    id: view.id,
    team_id: core.store.workspace.id,
    type: raw.type,
    blocks: raw.blocks,
    private_metadata: raw.private_metadata ?? '',
    callback_id: raw.callback_id ?? '',
    state: slackState(raw.blocks, view.inputs),
    hash: view.hash,
    title: raw.title ?? { type: 'plain_text', text: core.options.bot.name, emoji: true },
    clear_on_close: raw.clear_on_close ?? false,
    notify_on_close: raw.notify_on_close ?? false,
    close: raw.close ?? null,
    submit: raw.submit ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: core.app.id,
    external_id: raw.external_id ?? '',
    app_installed_team_id: core.store.workspace.id,
    bot_id: core.options.bot.botId,
  };
}

/** Returns a message as payloads and Web API answers contain it. */
export function messagePayload(core: Core, message: StoredMessage): Fields {
  const { bot } = core.options;
  const payload: Fields = {
    type: 'message',
    user: message.from,
    ts: message.ts,
    text: message.text,
    team: core.store.workspace.id,
  };
  if (message.blocks.length > 0) payload.blocks = message.blocks;
  if (message.threadTs !== undefined) payload.thread_ts = message.threadTs;
  if (message.edited !== undefined) payload.edited = { user: message.from, ts: message.edited };
  if (message.metadata !== undefined) payload.metadata = message.metadata;
  if (message.byApp) {
    payload.bot_id = bot.botId;
    payload.app_id = core.app.id;
    payload.bot_profile = { id: bot.botId, app_id: core.app.id, name: bot.name };
  }
  return payload;
}

/** Returns the `container` of a payload, which says where an interaction took place. */
export function containerField(core: Core, container: Container, viewId?: string): Fields {
  if (container.type !== 'message') return { type: 'view', view_id: viewId };
  const message = core.store.findMessage(container.channel, container.ts);
  return {
    type: 'message',
    message_ts: container.ts,
    channel_id: container.channel,
    is_ephemeral: message?.ephemeralTo !== undefined,
  };
}
