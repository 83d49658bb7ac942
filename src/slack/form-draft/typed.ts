import type { ModalView } from '@slack/types';
import { readDrafts } from '../../services/form-draft/index.js';
import { actor } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';
import { button, type KnownBlock, said, section } from '../ui/blocks.js';
import { asTyped, fieldOf, isProse } from './fields.js';
import { actionIds, blockIds } from './ids.js';

/**
 * Returns a form with what the person has typed in it before and not sent. Where something else is
 * saved, that stands above it.
 */
export async function withTyped(
  slack: SlackContext,
  slackUserId: string,
  view: ModalView,
): Promise<ModalView> {
  const first = (view.blocks as KnownBlock[]).find(isProse);
  if (!first) return view;
  const author = await actor(slack, slackUserId);
  const drafts = await readDrafts(slack.services, author, fieldOf(first.block_id).form);
  const blocks = (view.blocks as KnownBlock[]).map((one) => filled(one, drafts));
  if (blocks.every((one) => one === undefined)) return view;
  return { ...view, blocks: [notice, ...view.blocks.flatMap((one, nth) => blocks[nth] ?? [one])] };
}

/** The input with its draft, below what is saved; undefined where nothing else was typed. */
function filled(block: KnownBlock, drafts: ReadonlyMap<string, string>): KnownBlock[] | undefined {
  if (!isProse(block)) return undefined;
  const { element, block_id } = block;
  const { initial_value: saved = '', max_length = Number.POSITIVE_INFINITY } = element;
  const typed = drafts.get(fieldOf(block_id).field);
  if (typed === undefined || typed === saved || typed.length > max_length) return undefined;
  const field = {
    ...block,
    block_id: asTyped(block_id),
    element: { ...element, initial_value: typed },
  };
  if (!saved) return [field];
  return [{ ...said('Saved so far:', saved), block_id: blockIds.saved(field.block_id) }, field];
}

const notice = section('*What you typed here before is back.* It is not saved yet.', {
  accessory: button({
    text: 'Clear it',
    actionId: actionIds.clear,
    label: 'Clear what I typed before',
  }),
  blockId: blockIds.notice,
});
