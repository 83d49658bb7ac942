import type { ActionItemResult, Block, Message, PostMessage, RunCommand } from '../../contract.js';
import type { Core } from '../core.js';
import { channelField, commonFields, handleOf, teamOf } from '../delivery/payloads.js';
import { addAppMessage, addPersonMessage } from '../messages.js';
import { checkPayload } from '../payload/index.js';
import { CannotDo } from '../state/cannot-do.js';
import { slackbotId } from '../state/store.js';
import { isFields } from '../state/types.js';
import { failureOf } from './failures.js';
import { hasUnsentChanges, seatOf, told } from './results.js';

/** A person types a slash command. */
export async function runCommand(core: Core, given: RunCommand): Promise<ActionItemResult> {
  seatOf(core, given.as);
  const channel = memberChannel(core, given.as, given.channel);
  const { command, text = '' } = given;
  if (!core.app.commands.some((one) => one.command === command)) {
    return hasUnsentChanges({ ok: false, problem: `${command} is not a valid command.` });
  }
  const place = channelField(core, channel);
  const person = core.store.person(given.as);
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
  if (!read.content) return told(ack);
  const shown = read.inChannel ? {} : { ephemeralTo: person.id };
  return told(ack, { message: plain(addAppMessage(core, channel, read.content, shown)) });

  function failed(error: string): ActionItemResult {
    const problem = `${command} failed with the error "${error}"`;
    addPersonMessage(core, channel, slackbotId, problem, given.as);
    return told(ack, { problem });
  }
}

interface ReadAck {
  content?: { text: string; blocks: Block[] };
  inChannel: boolean;
}

/** What the body of a command's ack asks for: nothing, a text, or a message. */
function readAck(core: Core, body: unknown): ReadAck | { refused: string } {
  if (body === undefined) return { inChannel: false };
  const given = isFields(body) ? body : { text: String(body) };
  const reasons = checkPayload('message', given);
  if (reasons.length > 0) {
    core.store.refuse('command ack', 'invalid_blocks', reasons);
    return { refused: 'invalid_blocks' };
  }
  const text = String(given.text ?? '');
  const blocks = (given.blocks ?? []) as Block[];
  const inChannel = given.response_type === 'in_channel';
  if (text === '' && blocks.length === 0) return { inChannel };
  return { content: { text, blocks }, inChannel };
}

/** A person writes a message. */
export async function postAsPerson(core: Core, given: PostMessage): Promise<ActionItemResult> {
  seatOf(core, given.as);
  const channel = memberChannel(core, given.as, given.channel);
  if (given.text.trim() === '') throw new CannotDo('There is nothing to send.');
  const message = addPersonMessage(core, channel, given.as, given.text);
  return hasUnsentChanges({ message: plain(message) });
}

/** A channel that a person is in; their DM with the app if none is named. */
export function memberChannel(core: Core, personId: string, id?: string): string {
  const channel = id === undefined ? core.store.openDm(personId) : core.store.channels.get(id);
  if (!channel?.members.includes(personId)) {
    throw new CannotDo(`${personId} is not in the channel ${id}.`);
  }
  return channel.id;
}

/** The message as the contract shows it. */
export function plain(message: Message & { byApp?: boolean; metadata?: unknown }): Message {
  const { byApp: _byApp, metadata: _metadata, ...shown } = message;
  return shown;
}
