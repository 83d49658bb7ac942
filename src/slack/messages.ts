import type { SingleMessage } from '../services/messages/index.js';
import { actionItemMessages } from './action-item/messages.js';
import { adminMessages } from './admin/messages.js';
import { briefMessages } from './brief/messages.js';
import { conversationMessages } from './conversation/messages.js';
import type { BlocksByKind } from './delivery/message-blocks.js';
import { frameworkMessages } from './framework/messages.js';
import { claimMessages } from './person/claim-messages.js';
import { personMessages } from './person/messages.js';
import { newcomerMessages } from './person/newcomer-message.js';
import { requestMessages } from './person/request-messages.js';
import { reminderMessages } from './reminder/messages.js';
import { teamMessages } from './team/messages.js';

/** How each message that the services define looks in Slack. */
export const messageBlocks: BlocksByKind<SingleMessage> = {
  ...reminderMessages,
  ...briefMessages,
  ...conversationMessages,
  ...actionItemMessages,
  ...teamMessages,
  ...frameworkMessages,
  ...personMessages,
  ...newcomerMessages,
  ...adminMessages,
  ...requestMessages,
  ...claimMessages,
};
