import type { OutgoingMessage } from '../../services/messenger.js';
import { actionChanged, actionDue } from '../action/messages.js';
import { briefMessage } from '../brief/views.js';
import { conversationComment, conversationRecorded } from '../conversation/messages.js';
import type { Message } from '../kit.js';
import { allSet, digest } from '../team/blocks.js';
import { invitation, nudge, reminder } from './blocks.js';

/** The text and blocks of a message that goes out on its own; built right before it is sent. */
export function messageFor(message: OutgoingMessage, { command }: { command: string }): Message {
  switch (message.kind) {
    case 'invitation':
      return invitation(message);
    case 'reminder':
      return reminder(message);
    case 'nudge':
      return nudge(message);
    case 'digest':
      return digest(message, { command });
    case 'all_set':
      return allSet(message);
    case 'brief':
      return briefMessage(message.brief);
    case 'conversation':
      return conversationRecorded(message);
    case 'conversation_comment':
      return conversationComment(message);
    case 'action_due':
      return actionDue(message);
    case 'action_changed':
      return actionChanged(message);
  }
}
