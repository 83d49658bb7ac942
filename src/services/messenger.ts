import type { ActionChangedMessage, ActionDueMessage } from './action-messages.js';
import type { BriefMessage, BriefReadyMessage } from './brief-messages.js';
import type { ConversationCommentMessage, ConversationMessage } from './conversation-messages.js';
import type { AllSetMessage, DigestMessage } from './digests.js';
import type { InvitationMessage, ReminderMessage } from './invitations.js';
import type { NudgeMessage } from './nudge-content.js';

/** How a delivery leaves the house; `slack/send.ts` implements it and `main.ts` plugs it in. */
export interface Messenger {
  /** How many messages a minute it takes in a workspace. */
  readonly perMinute: number;
  /**
   * Sends a message to a person as a DM. Never throws: the outcome says what is known.
   * The message is plain data named for the fact that it tells; the Messenger builds the blocks.
   * `claim` marks the post: by it and its recipient it can be found again.
   */
  send(recipient: Recipient, message: OutgoingMessage, claim: string): Promise<SendOutcome>;
}

export interface Recipient {
  slackUserId: string;
  timeZone: string;
}

/** What somebody is told in one message: one thing, or several that came up together. */
export type OutgoingMessage = SingleMessage | CombinedMessage;

/** At least two, in the order in which they are told. */
export interface CombinedMessage {
  kind: 'combined';
  parts: SingleMessage[];
}

/** Extended by each feature: a `kind` and the data that its block builder needs. */
export type SingleMessage =
  | InvitationMessage
  | ReminderMessage
  | DigestMessage
  | AllSetMessage
  | NudgeMessage
  | BriefMessage
  | BriefReadyMessage
  | ConversationMessage
  | ConversationCommentMessage
  | ActionDueMessage
  | ActionChangedMessage;

export type SendOutcome =
  | { state: 'sent'; channelId: string; ts: string }
  /** Slack asked the whole workspace to wait; nothing was posted. */
  | { state: 'limited'; afterMs: number }
  /** Nothing was posted; it may work later. */
  | { state: 'retry'; afterMs: number }
  /** Slack refused for good (a code of Slack's, such as `user_disabled`). */
  | { state: 'failed'; reason: string }
  /** Posted or not, we can't know: a timeout or a dropped connection. */
  | { state: 'unknown'; reason: string };
