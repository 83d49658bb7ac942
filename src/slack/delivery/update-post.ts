import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../../services/context.js';
import type { PostToRemove, PostToUpdate, UpdateOutcome } from '../../services/delivery/index.js';
import { describeError } from '../../services/errors/index.js';
import type { Message } from '../ui/blocks.js';
import { markOf } from './post-mark.js';
import { classify } from './send-outcome.js';

type Update = Omit<PostToUpdate, 'reader'> & Message;

/** After so many milliseconds it is tried again where it isn't known what became of it. */
const againMs = 60_000;

/** Draws a post of ours anew; it keeps the mark by which it is found. Never throws. */
export async function updatePost(
  client: WebClient,
  { channelId, ts, claim, text, blocks }: Update,
  log: Log,
): Promise<UpdateOutcome> {
  try {
    const mark = claim === undefined ? {} : { metadata: markOf(claim) };
    await client.chat.update({ channel: channelId, ts, text, blocks, ...mark });
    return { state: 'updated' };
  } catch (error) {
    const outcome = outcomeOf(error);
    // Somebody has deleted it, or the workspace's rules have: that is theirs to do.
    if (outcome.state !== 'refused') log.warn(describeError(error), 'a post could not be edited');
    return outcome;
  }
}

/** Deletes a post of ours, first the file that came with it. Never throws. */
export async function deletePost(
  client: WebClient,
  { channelId, ts, fileId }: PostToRemove,
  log: Log,
): Promise<UpdateOutcome> {
  const removed = async (what: string, work: () => Promise<unknown>): Promise<UpdateOutcome> => {
    try {
      await work();
      return { state: 'updated' };
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.state !== 'refused')
        log.warn(describeError(error), `${what} could not be deleted`);
      return outcome;
    }
  };
  if (fileId !== null) {
    const file = await removed('a file', () => client.files.delete({ file: fileId }));
    // What Slack refuses to delete, or somebody has deleted, stays as it is.
    if (file.state !== 'updated' && file.state !== 'refused') return file;
  }
  return removed('a post', () => client.chat.delete({ channel: channelId, ts }));
}

function outcomeOf(error: unknown): UpdateOutcome {
  const outcome = classify(error);
  switch (outcome.state) {
    case 'limited':
    case 'retry':
      return outcome;
    case 'failed':
      return { state: 'refused', reason: outcome.reason };
    default:
      // Doing it twice does no harm.
      return { state: 'retry', afterMs: againMs };
  }
}

/** A hash of what a message shows, to tell whether it would show something else. */
export function hashOf({ text, blocks }: Message): string {
  return createHash('sha256')
    .update(JSON.stringify([text, blocks]))
    .digest('base64url')
    .slice(0, 22);
}
