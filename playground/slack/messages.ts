import { type Block, messageKey } from '../contract.js';
import type { Core } from './core.js';
import { sendEvent } from './delivery/events.js';
import { messagePayload } from './delivery/payloads.js';
import { carryInputs, seedInputs, withIds } from './state/inputs.js';
import { emptyInputs, type Inputs, type StoredMessage } from './state/types.js';

/** The content of a message. */
export interface Content {
  text: string;
  blocks: Block[];
  /** Null removes existing metadata. */
  metadata?: unknown;
}

const truncatedAt = 40_000;

/** Adds a message of the app to a channel, for everybody or for one person. */
export function addAppMessage(
  core: Core,
  channel: string,
  content: Content,
  { ephemeralTo, threadTs }: { ephemeralTo?: string; threadTs?: string } = {},
): StoredMessage {
  const message = newMessage(core, channel, core.options.bot.botUserId, content);
  message.byApp = true;
  if (content.metadata !== undefined) message.metadata = content.metadata;
  if (ephemeralTo !== undefined) message.ephemeralTo = ephemeralTo;
  if (threadTs !== undefined) message.threadTs = threadTs;
  return keep(core, message);
}

/** A message that the app posted to a person before the local Slack was started. */
export interface PastPost extends Content {
  personId: string;
  at: Date;
}

/** Adds messages of the past, oldest first, to people's DMs with the app; they count as read. */
export function addPastMessages(core: Core, posts: readonly PastPost[]): void {
  const { store } = core;
  const past = posts.map(({ personId, at, text, blocks }, place) => {
    const seconds = Math.floor(at.getTime() / 1000);
    const ts = `${seconds}.${String(place).padStart(6, '0')}`;
    const from = core.options.bot.botUserId;
    const message = newMessage(core, store.openDm(personId).id, from, { text, blocks });
    return { ...message, byApp: true, ts, at: at.toISOString() };
  });
  store.messages = [...past, ...store.messages];
  store.readUntil = past.at(-1)?.ts ?? store.readUntil;
  store.changed('messages');
}

/** Adds a message of a person (or Slackbot) to a channel. */
export function addPersonMessage(
  core: Core,
  channel: string,
  from: string,
  text: string,
  ephemeralTo?: string,
): StoredMessage {
  const message = newMessage(core, channel, from, { text, blocks: [] });
  if (ephemeralTo !== undefined) message.ephemeralTo = ephemeralTo;
  return keep(core, message);
}

/** Replaces the content of a message. Choices in it survive where their elements do. */
export function editMessage(core: Core, message: StoredMessage, content: Content): void {
  const before = message.blocks;
  message.text = content.text.slice(0, truncatedAt);
  message.blocks = withIds(content.blocks, () => core.store.newId('b'));
  message.edited = core.store.newTs();
  if (content.metadata !== undefined) message.metadata = content.metadata ?? undefined;
  for (const seat of core.store.seats.values()) {
    const key = messageKey(message);
    const inputs = seat.messageInputs[key];
    if (inputs) seat.messageInputs[key] = carryInputs(before, inputs, message.blocks);
  }
  core.store.changed('messages', message.ephemeralTo);
}

export function deleteMessage(core: Core, message: StoredMessage): void {
  core.store.messages = core.store.messages.filter((one) => one !== message);
  core.store.changed('messages', message.ephemeralTo);
}

/** Returns one person's choices in a message. */
export function messageInputs(core: Core, personId: string, message: StoredMessage): Inputs {
  const seat = core.store.seats.get(personId);
  if (!seat) return emptyInputs();
  const key = messageKey(message);
  seat.messageInputs[key] ??= seedInputs(message.blocks);
  return seat.messageInputs[key];
}

function newMessage(core: Core, channel: string, from: string, content: Content): StoredMessage {
  return {
    channel,
    ts: core.store.newTs(),
    from,
    text: content.text.slice(0, truncatedAt),
    blocks: withIds(content.blocks, () => core.store.newId('b')),
    at: core.store.now().toISOString(),
    byApp: false,
  };
}

function keep(core: Core, message: StoredMessage): StoredMessage {
  core.store.messages.push(message);
  core.store.changed('messages', message.ephemeralTo);
  const channel = core.store.channels.get(message.channel);
  if (channel?.kind === 'dm' && message.ephemeralTo === undefined) {
    const event = { ...messagePayload(core, message), channel: channel.id, channel_type: 'im' };
    void sendEvent(core, 'message.im', { ...event, event_ts: message.ts }, { as: message.from });
  }
  return message;
}
