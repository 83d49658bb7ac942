import type { ActionResult, Block, Message, PostMessage, RunCommand } from '../../contract.js';
import type { Core } from '../core.js';
import { channelField, commonFields, handleOf, teamOf } from '../delivery/payloads.js';
import { addAppMessage, addPersonMessage } from '../messages.js';
import { checkPayload } from '../payload/index.js';
import { CannotDo } from '../state/cannot-do.js';
import { slackbotId } from '../state/store.js';
import { isFields } from '../state/types.js';
import { failureOf } from './failures.js';
import { dispatched, notDispatched, seatOf } from './results.js';

/** Lets a person type a slash command. */
export async function runCommand(core: Core, request: RunCommand): Promise<ActionResult> {
  seatOf(core, request.as);
  const channel = writableChannel(core, request.as, request.channel);
  const { command, text = '' } = request;
  if (!core.app.commands.some((one) => one.command === command)) {
    return notDispatched({ ok: false, problem: `${command} is not a valid command.` });
  }
  const place = channelField(core, channel);
  const person = core.store.person(request.as);
  const payload = {
    ...commonFields(core),
    team_id: teamOf(core, person),
    team_domain: core.store.workspace.domain,
    channel_id: channel,
    channel_name: place.name,
    user_id: person.id,
    user_name: handleOf(person),
    command,
    text: text.trim(),
    is_enterprise_install: false,
    response_url: core.responseUrls.make({ personId: person.id, channel }),
    trigger_id: core.triggers.make(person.id),
  };
  const what = `${command} ${text}`.trim();
  const ack = await core.deliver({ kind: 'command', what, as: person.id, payload });
  const failure = failureOf(ack);
  if (failure !== undefined) return failed(failure);
  const read = readAck(core, ack.body);
  if ('refused' in read) return failed(read.refused);
  if (!read.content) return dispatched(ack);
  const shown = read.inChannel ? {} : { ephemeralTo: person.id };
  return dispatched(ack, { message: plain(addAppMessage(core, channel, read.content, shown)) });

  function failed(error: string): ActionResult {
    const problem = `${command} failed with the error "${error}"`;
    addPersonMessage(core, channel, slackbotId, problem, request.as);
    return dispatched(ack, { problem });
  }
}

interface ReadAck {
  content?: { text: string; blocks: Block[] };
  inChannel: boolean;
}

/** Parses the body of a command's ack: nothing, a text, or a message. */
function readAck(core: Core, body: unknown): ReadAck | { refused: string } {
  if (body === undefined) return { inChannel: false };
  const message = isFields(body) ? body : { text: String(body) };
  const reasons = checkPayload('message', message);
  if (reasons.length > 0) {
    core.store.refuse('command ack', 'invalid_blocks', reasons);
    return { refused: 'invalid_blocks' };
  }
  const text = String(message.text ?? '');
  const blocks = (message.blocks ?? []) as Block[];
  const inChannel = message.response_type === 'in_channel';
  if (text === '' && blocks.length === 0) return { inChannel };
  return { content: { text, blocks }, inChannel };
}

/** Lets a person write a message. */
export async function postAsPerson(core: Core, request: PostMessage): Promise<ActionResult> {
  seatOf(core, request.as);
  const channel = writableChannel(core, request.as, request.channel);
  if (request.text.trim() === '') throw new CannotDo('There is nothing to send.');
  const message = addPersonMessage(core, channel, request.as, request.text);
  return notDispatched({ message: plain(message) });
}

/** Returns a channel that a person can type in; by default their DM with the app. */
function writableChannel(core: Core, personId: string, id?: string): string {
  const channel = memberChannel(core, personId, id);
  if (core.app.messagesReadOnly && channel === core.store.openDm(personId).id) {
    throw new CannotDo('Sending messages to this app has been turned off. Name a channel.');
  }
  return channel;
}

/** Returns a channel that a person is in; by default their DM with the app. */
export function memberChannel(core: Core, personId: string, id?: string): string {
  const channel = id === undefined ? core.store.openDm(personId) : core.store.channels.get(id);
  if (!channel?.members.includes(personId)) {
    throw new CannotDo(`${personId} is not in the channel ${id}.`);
  }
  return channel.id;
}

/** Returns the message in the contract's form. */
export function plain(message: Message & { byApp?: boolean; metadata?: unknown }): Message {
  const { byApp: _byApp, metadata: _metadata, ...shown } = message;
  return shown;
}
