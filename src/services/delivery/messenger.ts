import type { MessageContent } from '../message.js';

/** Sends deliveries; `slack/delivery/send.ts` implements it and `ladder.ts` plugs it in. */
export interface Messenger {
  /** How many messages a minute it takes in a workspace. */
  readonly perMinute: number;
  /** Throws where a message can't be built, so that it doesn't delay what is sent with it. */
  check(message: MessageContent): void;
  /**
   * Sends a message to a person as a DM. Never throws; returns the outcome. The message is plain
   * data; the Messenger builds the blocks. The post contains the claim id `claim`, so that it can
   * be found again.
   */
  send(recipient: Recipient, message: OutgoingMessage, claim: string): Promise<SendOutcome>;
  /**
   * Returns a hash of what a message shows to this reader now. Throws where it can't be built.
   */
  drawn(reader: Reader, message: OutgoingMessage): string;
  /** Draws a post anew. Never throws; returns the outcome. Doing it again changes nothing. */
  update(post: PostToUpdate, message: OutgoingMessage): Promise<UpdateOutcome>;
  /**
   * Deletes a post, and the file that came with it. Never throws; returns the outcome, `updated` where
   * the post is gone.
   */
  remove(post: PostToRemove): Promise<UpdateOutcome>;
  /** Looks whether a post that may have been made is there. Never throws, and changes nothing. */
  find(post: PostToFind): Promise<FindOutcome>;
}

/** What is known of a post whose outcome is unknown. */
export interface PostToFind {
  slackUserId: string;
  /** The person's DM, where it is known; it is opened otherwise. */
  channelId?: string;
  /** The id under which it was claimed. */
  claim: string;
  /** It was not made before this instant of Slack's clock. */
  since: Date;
}

/** The reader of a post, as far as it is drawn for them. */
type Reader = Pick<Recipient, 'locale'>;

/** Where a post stands in Slack. */
export interface PostAddress {
  channelId: string;
  ts: string;
}

export interface PostToRemove extends PostAddress {
  fileId: string | null;
}

export interface PostToUpdate extends PostAddress {
  reader: Reader;
  /** The claim that it was sent under, whose mark it goes on carrying; undefined where unknown. */
  claim: string | undefined;
}

export type UpdateOutcome =
  | { state: 'updated' }
  /** Slack asked the whole workspace to wait. */
  | { state: 'limited'; afterMs: number }
  /** It may work later; `reason` as in `SendOutcome`. */
  | { state: 'retry'; afterMs: number; reason?: string }
  /** Slack takes no edits of this post any more: a code of Slack's such as `message_not_found`. */
  | { state: 'refused'; reason: string };

export type FindOutcome =
  | { state: 'found'; channelId: string; ts: string }
  /** It is not there, now. */
  | { state: 'absent' }
  /** It can't be said: a code of Slack's such as `missing_scope`, or `edited`. */
  | { state: 'not_allowed'; reason: string }
  /** Slack asked to wait, or didn't answer. */
  | { state: 'later'; afterMs: number };

interface Recipient {
  slackUserId: string;
  timeZone: string;
  locale: string;
}

/** The content of one post: one message, or several combined. */
export type OutgoingMessage<T extends MessageContent = MessageContent> = T | CombinedMessage<T>;

/** At least two messages, in their order. */
interface CombinedMessage<T extends MessageContent = MessageContent> {
  kind: 'combined';
  parts: T[];
}

/** Returns the messages of a post. */
export function partsOf<T extends MessageContent>(message: OutgoingMessage<T>): T[] {
  return isCombined(message) ? message.parts : [message];
}

function isCombined<T extends MessageContent>(
  message: OutgoingMessage<T>,
): message is CombinedMessage<T> {
  return message.kind === 'combined';
}

export type SendOutcome =
  /** `drawn`: see `Messenger.drawn`. */
  | { state: 'sent'; channelId: string; ts: string; drawn?: string }
  /** Slack asked the whole workspace to wait; nothing was posted. */
  | { state: 'limited'; afterMs: number }
  /**
   * Nothing was posted; it may work later. `reason` is Slack's code, such as `token_revoked`, where
   * Slack refuses the token or the whole app: nothing else would be accepted either.
   */
  | { state: 'retry'; afterMs: number; reason?: string }
  /** Refused for good: a code of Slack's such as `user_disabled`, or `not_built`. */
  | { state: 'failed'; reason: string }
  /** Posted or not, we can't know: a timeout, a dropped connection, an error on Slack's side. */
  | { state: 'unknown'; reason: string };
