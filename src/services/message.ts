import type { Cycle as CycleRow, Database, Person, Workspace } from '../database/index.js';
import type { OrderRule } from '../domain/delivery/message-order.js';

/** Which message of its kind one is; each kind has its own values for it. */
export interface Which {
  step: string;
  /** The person or thing that it is about, if not its recipient. */
  subjectId?: string;
}

/** A row of `delivery` that this process has claimed. */
export interface ClaimedDelivery<Of extends Which = Which> {
  id: string;
  kind: string;
  cycleId: string;
  recipientId: string;
  subjectId: Of extends { subjectId: string } ? string : string | null;
  step: Of['step'];
  expiresAt: Date | null;
  claimId: string;
  /** How often it was posted, or tried to be. */
  attempts: number;
  /** How often building it failed, or ended the process that had claimed it. */
  buildFailures: number;
  /** It was sent before, and the person asked for it again later. */
  repeats: boolean;
  /** An operator sends it before its day, whatever hour it is for its recipient. */
  early?: boolean;
}

/**
 * The content of a message: who, what kind, which cycle, how many and when, as plain data. Never what
 * people wrote or rated: a post stays in Slack for ever. `slack/` builds the blocks from it.
 */
export interface MessageContent {
  kind: string;
  /** Why a posted message asks for nothing any more; undefined while it does, and before it is sent. */
  over?: Over | undefined;
}

/**
 * What became of a posted message: its review is over, what it asked for is done, or it is no longer
 * as it said.
 */
export type Over = 'closed' | 'done' | 'changed';

/** The current content of a message, or why it isn't wanted any more: a code of ours. */
export type ContentResult<T extends MessageContent = MessageContent> =
  | { send: T }
  | { drop: string };

/** The facts that were read about a message. */
export interface Found<Facts = unknown> {
  recipient: Person;
  workspace: Workspace;
  /** The cycle that it is filed under. */
  cycle: CycleRow;
  /** When its recipient was last notified of the same subject, if less than ten minutes ago. */
  notifiedAt: Date | undefined;
  /** What the kind's own `lookUp` has read. */
  facts: Facts;
}

/** A message with all that decides about it at an instant. */
export interface MessageAt<Facts = unknown, Of extends Which = Which> extends Found<Facts> {
  claim: ClaimedDelivery<Of>;
  at: Date;
}

/** A message that was posted, to be read again: what does it say now? */
export interface PostedAt<Facts = unknown, Of extends Which = Which> extends MessageAt<Facts, Of> {
  sentAt: Date;
  /** Its reader has got a newer message on the same topic, or of the same kind about the same. */
  hasNewer: boolean;
}

/** Messages of one workspace that are looked up together. */
export interface LookUpPage {
  workspace: Workspace;
  /** All of the workspace's. */
  cycles: readonly CycleRow[];
  /** Their recipients. */
  people: readonly Person[];
  messages: readonly Pick<ClaimedDelivery, 'id' | 'kind' | 'cycleId' | 'recipientId'>[];
  at: Date;
}

/** Reads what decides about a page of messages in a fixed number of statements; by their ids. */
export type LookUp<Facts> = (db: Database, page: LookUpPage) => Promise<Map<string, Facts>>;

interface CommonDefinition<Kind extends string, Facts> extends OrderRule {
  readonly kind: Kind;
  /** When it is no longer wanted; what was recorded with it, if left out. */
  expires?(message: MessageAt<Facts>): Date | null;
  /** Before that it isn't sent, whenever it is due. */
  notBefore?(message: MessageAt<Facts>): Date;
}

/** A kind whose content follows from facts that are looked up for many messages at once. */
export interface BulkDefinition<
  Kind extends string = string,
  Facts = unknown,
  T extends MessageContent = MessageContent,
> extends CommonDefinition<Kind, Facts> {
  readonly lookUp: LookUp<Facts>;
  content(message: MessageAt<Facts>): ContentResult<T>;
  /** What it says now that it is posted. Undefined where nothing is left that it could be about. */
  again(message: PostedAt<Facts>): T | undefined;
}

/** A kind whose content is read message by message, right before it is sent. */
export interface SingleDefinition<
  Context,
  Kind extends string = string,
  T extends MessageContent = MessageContent,
> extends CommonDefinition<Kind, unknown> {
  readonly lookUp?: undefined;
  read(context: Context, message: MessageAt): Promise<ContentResult<T>>;
  /** What it says now that it is posted. Undefined where nothing is left that it could be about. */
  readAgain(context: Context, message: PostedAt): Promise<T | undefined>;
}

export type MessageDefinition<Context> = BulkDefinition | SingleDefinition<Context>;

/** All kinds of messages, in their order within a post. */
export interface MessageRegistry<Context> {
  readonly definitions: readonly MessageDefinition<Context>[];
  /** Undefined for a kind that this version doesn't know: a newer one may run beside it. */
  find(kind: string): MessageDefinition<Context> | undefined;
}
