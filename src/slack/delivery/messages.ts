import type { OutgoingMessage, SingleMessage } from '../../services/delivery/messenger.js';
import { actionItemChanged, actionItemDue } from '../action-item/messages.js';
import { laterRow } from '../availability/blocks.js';
import { briefMessage } from '../brief/views.js';
import { conversationComment, conversationRecorded } from '../conversation/messages.js';
import { briefReady, invitation, nudge, reminder } from '../reminder/messages.js';
import { allSet, digest } from '../team/blocks.js';
import type { Room } from '../team/layout.js';
import type { Message } from '../ui/blocks.js';
import { combinedMessage } from './combined.js';

/** What asks something of its reader that they may want to be asked later. */
const deferrable = ['invitation', 'reminder', 'nudge', 'digest'];

/** The text and blocks of a message that goes out on its own; built right before it is sent. */
export function messageFor(message: OutgoingMessage, { command }: { command: string }): Message {
  const single = (part: SingleMessage, room?: Room) => singleMessage(part, { command, room });
  const parts = message.kind === 'combined' ? message.parts : [message];
  const { text, blocks } =
    message.kind === 'combined' ? combinedMessage(message, single) : single(message);
  const row = parts.some(({ kind }) => deferrable.includes(kind)) ? [laterRow()] : [];
  return { text, blocks: [...blocks, ...row] };
}

/** One thing to be told; `room` is what a message leaves for it, where it can be of any length. */
function singleMessage(
  message: SingleMessage,
  { command, room }: { command: string; room: Room | undefined },
): Message {
  switch (message.kind) {
    case 'invitation':
      return invitation(message);
    case 'reminder':
      return reminder(message);
    case 'nudge':
      return nudge(message);
    case 'digest':
      return digest(message, { command, ...(room && { room }) });
    case 'all_set':
      return allSet(message);
    case 'brief':
      return briefMessage(message.brief);
    case 'brief_ready':
      return briefReady(message);
    case 'conversation':
      return conversationRecorded(message);
    case 'conversation_comment':
      return conversationComment(message);
    case 'action_due':
      return actionItemDue(message);
    case 'action_changed':
      return actionItemChanged(message);
  }
}
