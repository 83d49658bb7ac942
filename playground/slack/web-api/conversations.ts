import type { Channel } from '../../contract.js';
import type { Core } from '../core.js';
import { messagePayload } from '../delivery/payloads.js';
import { type Fields, isFields, type StoredMessage } from '../state/types.js';
import { ApiError, type Method, missingScope, tiers } from './method.js';

const mostMessages = 999;

/** conversations.* methods. */
export const conversationMethods: Record<string, Method> = {
  'conversations.open': {
    scopes: ['im:write'],
    args: ['users', 'channel', 'return_im', 'prevent_creation'],
    perMinute: tiers.three,
    run: (core, args) => {
      const users = args.text('users');
      const channel = args.text('channel');
      if (users === undefined && channel !== undefined) {
        return { channel: { id: channelOf(core, channel).id } };
      }
      if (!users) throw new ApiError('users_list_not_supplied');
      if (users.includes(',')) {
        throw new ApiError('invalid_user_combination', ['users: group messages are not used here']);
      }
      const person = core.store.people.get(users);
      if (!person) throw new ApiError('user_not_found');
      if (person.deleted) throw new ApiError('user_disabled');
      if (person.isBot) throw new ApiError('cannot_dm_bot');
      const { id } = core.store.openDm(person.id);
      return { channel: { id, ...(args.flag('return_im') && { is_im: true, user: person.id }) } };
    },
  },
  'conversations.info': {
    scopes: ['channels:read', 'im:read'],
    args: ['channel', 'include_locale', 'include_num_members'],
    required: ['channel'],
    perMinute: tiers.three,
    run: (core, args) => {
      const channel = channelOf(core, args.text('channel') ?? '');
      const count = args.flag('include_num_members') && { num_members: channel.members.length };
      return { channel: { ...channelObject(core, channel), ...count } };
    },
  },
  'conversations.history': {
    scopes: ['im:history', 'channels:history'],
    args: ['channel', 'cursor', 'inclusive', 'latest', 'oldest', 'limit', 'include_all_metadata'],
    required: ['channel'],
    perMinute: tiers.three,
    run: (core, args) => {
      const channel = channelOf(core, args.text('channel') ?? '');
      const scope = channel.kind === 'dm' ? 'im:history' : 'channels:history';
      if (!core.scopes.has(scope)) throw missingScope(core, [scope]);
      const oldest = Number(args.text('oldest') ?? 0);
      const latest = Number(args.text('latest') ?? Number.POSITIVE_INFINITY);
      const inclusive = args.flag('inclusive');
      const within = (ts: number) =>
        inclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest;
      const all = core.store.messages
        .filter((one) => one.channel === channel.id && one.ephemeralTo === undefined)
        .filter((one) => within(Number(one.ts)))
        .reverse();
      const limit = args.number('limit') ?? 100;
      if (limit < 1 || limit > mostMessages) throw new ApiError('invalid_limit');
      const start = Number(args.text('cursor') || 0);
      const end = start + limit;
      const whole = args.flag('include_all_metadata');
      const messages = all.slice(start, end).map((one) => historyEntry(core, one, whole));
      const has_more = end < all.length;
      const next_cursor = has_more ? String(end) : '';
      return { messages, has_more, response_metadata: { next_cursor } };
    },
  },
};

/** As in Slack, the payload of metadata is returned only if all metadata are requested. */
function historyEntry(core: Core, message: StoredMessage, whole: boolean): Fields {
  const { metadata, ...entry } = messagePayload(core, message);
  if (!isFields(metadata)) return entry;
  return { ...entry, metadata: whole ? metadata : { event_type: metadata.event_type } };
}

/** Returns a channel by its id. Throws channel_not_found. */
export function channelOf(core: Core, id: string): Channel {
  const channel = core.store.channels.get(id);
  if (!channel) throw new ApiError('channel_not_found');
  return channel;
}

function channelObject(core: Core, channel: Channel): Fields {
  if (channel.kind === 'dm') {
    return { id: channel.id, is_im: true, is_channel: false, user: channel.members[0] };
  }
  const isMember = channel.members.includes(core.options.bot.botUserId);
  return {
    id: channel.id,
    name: channel.name,
    is_channel: true,
    is_im: false,
    is_private: false,
    is_archived: false,
    is_member: isMember,
  };
}
