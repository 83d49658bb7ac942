import { describeError } from '../../services/errors/index.js';
import { discardDrafts } from '../../services/form-draft/index.js';
import { actor } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';
import type { KnownBlock } from '../ui/blocks.js';
import { fieldOf, isProse } from './fields.js';

/**
 * Erases what the person has typed in a form that is sent now. Never throws: what they sent is saved,
 * and at worst they find it in the form again.
 */
export async function discardTyped(
  slack: SlackContext,
  slackUserId: string,
  view: { blocks: readonly unknown[] },
): Promise<void> {
  // By the real clock: it orders edits, like Slack's `action_ts`.
  const at = new Date();
  const fields = (view.blocks as KnownBlock[])
    .filter(isProse)
    .map(({ block_id }) => fieldOf(block_id));
  try {
    await discardDrafts(slack.services, await actor(slack, slackUserId), { fields, at });
  } catch (error) {
    slack.services.log.warn(describeError(error), 'the draft of a form was not erased');
  }
}
