import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Log } from '../../services/context.js';
import type { FindOutcome, PostToFind } from '../../services/delivery/index.js';
import { describeError } from '../../services/errors/index.js';
import { hasMark, isMarked } from './post-mark.js';
import { classify } from './send-outcome.js';

/** How far Slack's clock may be from the database's. */
const marginMs = 5 * 60_000;
const pageSize = 200;
const retryMs = 60_000;

/** Looks in a person's DM for the post of a claim. Never throws, and changes nothing. */
export async function findPost(
  client: WebClient,
  post: PostToFind,
  log: Log,
): Promise<FindOutcome> {
  try {
    const channelId = post.channelId ?? (await openedDm(client, post.slackUserId));
    return await searchDm(client, channelId, post);
  } catch (error) {
    log.warn(describeError(error), 'a message could not be looked for in Slack');
    return reasonNotFound(error);
  }
}

async function openedDm(client: WebClient, slackUserId: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: slackUserId });
  return channel?.id ?? '';
}

async function searchDm(
  client: WebClient,
  channelId: string,
  { claim, since }: PostToFind,
): Promise<FindOutcome> {
  const oldest = ((since.getTime() - marginMs) / 1000).toFixed(6);
  let unmarked = false;
  let cursor: string | undefined;
  do {
    const page = await client.conversations.history({
      channel: channelId,
      include_all_metadata: true,
      oldest,
      limit: pageSize,
      ...(cursor && { cursor }),
    });
    for (const { metadata, ts, edited, bot_id } of page.messages ?? []) {
      if (isMarked(metadata, claim)) return { state: 'found', channelId, ts: ts ?? '' };
      unmarked ||= edited !== undefined && bot_id !== undefined && !hasMark(metadata);
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  // An edit may have taken the mark away: then it may be this one, and nothing is proven.
  return unmarked ? { state: 'not_allowed', reason: 'edited' } : { state: 'absent' };
}

function reasonNotFound(error: unknown): FindOutcome {
  if (error instanceof WebAPIPlatformError && error.data.error === 'missing_scope') {
    return { state: 'not_allowed', reason: 'missing_scope' };
  }
  const outcome = classify(error);
  if (outcome.state === 'failed') return { state: 'not_allowed', reason: outcome.reason };
  const afterMs = 'afterMs' in outcome ? outcome.afterMs : retryMs;
  return { state: 'later', afterMs };
}
