import { goneKind } from '../../services/delivery/index.js';
import type { MessageContent } from '../../services/message.js';
import { type KnownBlock, type Message, section } from '../ui/blocks.js';
import type { Room } from '../ui/lay-out.js';

interface BuildOptions {
  /** The slash command. */
  command: string;
  /** The room for the message in the post, where that is less than usual. */
  room?: Room | undefined;
}

/** The block builders of one kind of message. */
export interface MessageBlocks<T extends MessageContent = MessageContent> {
  build(content: T, options: BuildOptions): Message;
  /** The blocks below the text in a combined post without room for the whole message. */
  short?(content: T): KnownBlock[];
  /** Makes one message of several that come in one post. */
  merge?(all: [T, ...T[]]): T;
  /** It can be of any length: in a combined post it comes last and takes the rest of the room. */
  readonly takesRest?: boolean;
  /** A last row; once in a post, for all messages that have the same. */
  readonly footer?: () => KnownBlock;
}

/** The blocks of each kind in a union of messages. */
export type BlocksByKind<T extends MessageContent> = {
  readonly [Kind in T['kind']]: MessageBlocks<Extract<T, { kind: Kind }>>;
};

/** The same to look a kind up. */
export type AllMessageBlocks = Readonly<Record<string, MessageBlocks>>;

const goneText = 'What this message was about is not there any more.';

const goneBlocks: MessageBlocks = {
  build: () => ({ text: goneText, blocks: [section(goneText)] }),
};

/** The blocks of a message's kind. Throws where no feature has any. */
export function blocksOf(all: AllMessageBlocks, { kind }: MessageContent): MessageBlocks {
  const blocks = kind === goneKind ? goneBlocks : all[kind];
  if (!blocks) throw new Error(`no feature has blocks for a message of kind ${kind}`);
  return blocks;
}
