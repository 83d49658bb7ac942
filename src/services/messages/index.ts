import { actionItemChanged, actionItemDue } from '../action-item/index.js';
import { brief } from '../brief/index.js';
import { conversation, conversationComment } from '../conversation/index.js';
import { type OutgoingMessage as Outgoing, registerMessages } from '../delivery/index.js';
import { roleChanged } from '../framework/index.js';
import type { MessageContent } from '../message.js';
import {
  claimAsked,
  claimDeclined,
  managerSet,
  placeAnswered,
  placeAsked,
  reportsChanged,
  roleSet,
} from '../person/index.js';
import {
  adminSummary,
  allSet,
  cycleChanged,
  cycleClosed,
  digest,
  invitation,
  newcomer,
  nudge,
  reminder,
  viewsWaiting,
} from '../reminder/index.js';

/**
 * All kinds, in their order within a post: first the last word about a cycle and its changes, then the recipient's own
 * check-in; their team last.
 */
const definitions = [
  cycleClosed,
  cycleChanged,
  newcomer,
  invitation,
  nudge,
  reminder,
  brief,
  conversation,
  actionItemDue,
  actionItemChanged,
  conversationComment,
  roleChanged,
  placeAnswered,
  managerSet,
  roleSet,
  placeAsked,
  claimAsked,
  claimDeclined,
  reportsChanged,
  viewsWaiting,
  digest,
  allSet,
  adminSummary,
] as const;

type Definition = (typeof definitions)[number];
type ContentOf<C> = C extends { send: infer T extends MessageContent } ? T : never;

/** The contents of all kinds. */
export type SingleMessage = Definition extends infer D
  ? D extends { content(...args: never): infer C }
    ? ContentOf<C>
    : D extends { read(...args: never): Promise<infer C> }
      ? ContentOf<C>
      : never
  : never;

/**
 * The content of one post.
 * @internal
 */
export type OutgoingMessage = Outgoing<SingleMessage>;

/** What the features define, for the engine in `delivery`. */
export const messages = registerMessages(definitions);
