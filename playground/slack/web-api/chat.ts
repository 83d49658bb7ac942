import type { Block, Channel } from '../../contract.js';
import type { Core } from '../core.js';
import { messagePayload } from '../delivery/payloads.js';
import { addAppMessage, type Content, deleteMessage, editMessage } from '../messages.js';
import { checkPayload } from '../payload/index.js';
import { isTooLong, tooLong } from '../payload/size.js';
import { isFields, type StoredMessage } from '../state/types.js';
import type { Args } from './args.js';
import { channelOf } from './conversations.js';
import { ApiError, type Method, tiers } from './method.js';

const contentArgs = ['attachments', 'blocks', 'link_names', 'markdown_text', 'parse', 'text'];
const unusedArgs = ['icon_emoji', 'icon_url', 'mrkdwn', 'username', 'unfurl_links', 'unfurl_media'];
const updateTextLimit = 4000;

/** chat.* methods. */
export const chatMethods: Record<string, Method> = {
  'chat.postMessage': {
    scopes: ['chat:write'],
    args: ['channel', 'metadata', 'reply_broadcast', 'thread_ts', ...contentArgs, ...unusedArgs],
    required: ['channel'],
    perMinute: tiers.special,
    run: (core, args) => {
      const channel = postable(core, args.text('channel') ?? '');
      const content = readContent(args);
      const threadTs = args.text('thread_ts');
      const message = addAppMessage(core, channel.id, content, threadTs ? { threadTs } : {});
      return { channel: channel.id, ts: message.ts, message: messagePayload(core, message) };
    },
  },
  'chat.postEphemeral': {
    scopes: ['chat:write'],
    args: ['channel', 'user', 'thread_ts', ...contentArgs, ...unusedArgs],
    required: ['channel', 'user'],
    perMinute: tiers.four,
    run: (core, args) => {
      const channel = postable(core, args.text('channel') ?? '');
      const user = args.text('user') ?? '';
      if (!channel.members.includes(user)) throw new ApiError('user_not_in_channel');
      const message = addAppMessage(core, channel.id, readContent(args), { ephemeralTo: user });
      return { message_ts: message.ts };
    },
  },
  'chat.update': {
    scopes: ['chat:write'],
    args: ['channel', 'ts', 'metadata', 'reply_broadcast', ...contentArgs],
    required: ['channel', 'ts'],
    perMinute: tiers.three,
    run: (core, args) => {
      const message = ownMessage(core, args, 'cant_update_message');
      if ((args.text('text')?.length ?? 0) > updateTextLimit) throw new ApiError('msg_too_long');
      editMessage(core, message, readContent(args, message));
      const { channel, ts, text } = message;
      return { channel, ts, text, message: messagePayload(core, message) };
    },
  },
  'chat.delete': {
    scopes: ['chat:write'],
    args: ['channel', 'ts'],
    required: ['channel', 'ts'],
    perMinute: tiers.three,
    run: (core, args) => {
      const message = ownMessage(core, args, 'cant_delete_message');
      deleteMessage(core, message);
      return { channel: message.channel, ts: message.ts };
    },
  },
  'chat.getPermalink': {
    scopes: [],
    args: ['channel', 'message_ts'],
    required: ['channel', 'message_ts'],
    perMinute: tiers.special,
    run: (core, args) => {
      const channel = channelOf(core, args.text('channel') ?? '');
      const ts = args.text('message_ts') ?? '';
      const message = core.store.findMessage(channel.id, ts);
      if (!message || message.ephemeralTo !== undefined) throw new ApiError('message_not_found');
      const { domain } = core.store.workspace;
      const path = `${channel.id}/p${ts.replace('.', '')}`;
      return { channel: channel.id, permalink: `https://${domain}.slack.com/archives/${path}` };
    },
  },
};

/** Returns the channel to post to: by its id or name, or a person's DM by the person's id. */
function postable(core: Core, id: string): Channel {
  const person = core.store.people.get(id);
  if (person?.isBot) throw new ApiError('channel_not_found');
  // As in Slack, posting to a person who has left succeeds: their history stays.
  if (person) return core.store.openDm(person.id);
  const named = [...core.store.channels.values()].find(
    (one) => one.kind === 'channel' && `#${one.name}` === id,
  );
  const channel = named ?? channelOf(core, id);
  if (!channel.members.includes(core.options.bot.botUserId)) throw new ApiError('not_in_channel');
  return channel;
}

function ownMessage(core: Core, args: Args, otherwise: string): StoredMessage {
  const channel = channelOf(core, args.text('channel') ?? '');
  const message = core.store.findMessage(channel.id, args.text('ts') ?? '');
  if (!message || message.ephemeralTo !== undefined) throw new ApiError('message_not_found');
  if (!message.byApp) throw new ApiError(otherwise);
  return message;
}

/** Returns the validated content of a call. As in Slack, an update without blocks keeps them. */
function readContent(args: Args, before?: StoredMessage): Content {
  if (args.has('markdown_text')) {
    throw new ApiError('invalid_arguments', ['markdown_text: the local Slack lacks it']);
  }
  const text = args.text('text') ?? before?.text ?? '';
  const blocks = (args.json('blocks') ?? before?.blocks ?? []) as Block[];
  const metadata = emptyIsNone(args.json('metadata'));
  const attachments = args.json('attachments');
  if (text === '' && blocks.length === 0) throw new ApiError('no_text');
  const payload = {
    text,
    ...(blocks.length !== 0 && { blocks }),
    ...(isFields(metadata) && { metadata }),
    ...(attachments !== undefined && { attachments }),
  };
  const reasons = checkPayload('message', payload);
  if (isTooLong(blocks)) throw new ApiError('msg_blocks_too_long', [`blocks: ${tooLong(blocks)}`]);
  if (reasons.length > 0) throw new ApiError('invalid_blocks', reasons);
  return { text, blocks, ...(metadata !== undefined && { metadata }) };
}

/** As in Slack, an empty object removes existing metadata: null. */
function emptyIsNone(metadata: unknown): unknown {
  return isFields(metadata) && Object.keys(metadata).length === 0 ? null : metadata;
}
