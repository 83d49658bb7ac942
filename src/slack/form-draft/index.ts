import type { RichTextBlock } from '@slack/types';
import { z } from 'zod';
import { describeError } from '../../services/errors/index.js';
import { keepDraft } from '../../services/form-draft/index.js';
import { actor } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { madeAt } from '../questionnaire/edits.js';
import type { KnownBlock } from '../ui/blocks.js';
import { withBlocks } from '../ui/error-banner.js';
import { typedText } from '../ui/form.js';
import type { Press } from '../ui/press.js';
import { readSlackValue } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { discardTyped } from './discard.js';
import { anew, fieldOf, isProse, isTyped } from './fields.js';
import { actionIds, blockIds, proseBlocks } from './ids.js';

/** Keeps what is typed in the forms of all features, until they are sent. */
export const register: Register = (app, slack) => {
  onAction(app, { blockId: proseBlocks }, (press) => keepTyping(slack, press));
  onAction(app, actionIds.clear, async (press) => {
    const { view, user } = press.body;
    if (!view) return;
    await discardTyped(slack, user.id, view);
    await replaceView(press.client, view.id, cleared(view, new Date()));
  });
};

const longest = 3000;
const typing = z.object({ value: typedText.pipe(z.string().max(longest)).nullish() });

async function keepTyping({ services, ...slack }: SlackContext, press: Press): Promise<void> {
  const { user } = press.body;
  try {
    const author = await actor({ services, ...slack }, user.id);
    const { block_id, action_ts } = press.action;
    const text = readSlackValue(typing, press.action).value ?? '';
    const draft = { ...fieldOf(block_id), text, editedAt: madeAt(action_ts) };
    await keepDraft(services, author, draft);
  } catch (error) {
    // No words to the person: they are still typing, and the next save carries the whole text.
    const fields = { user: user.id, ...describeError(error) };
    services.log.warn(fields, 'typing was not saved this time');
  }
}

/** The form with what is saved in its inputs, in place of what was typed before. */
function cleared(view: unknown, at: Date) {
  return withBlocks(view, (blocks) => {
    const saved = new Map(blocks.map((one) => [one.block_id, savedText(one)]));
    const extra = new Set<string | undefined>([
      blockIds.notice,
      ...blocks.filter(isProse).map(({ block_id }) => blockIds.saved(block_id)),
    ]);
    return blocks
      .filter(({ block_id }) => !extra.has(block_id))
      .map((one) => {
        if (!isProse(one) || !isTyped(one.block_id)) return one;
        const { initial_value: _, ...element } = one.element;
        const text = saved.get(blockIds.saved(one.block_id));
        return {
          ...one,
          block_id: anew(one.block_id, at),
          element: { ...element, ...(text && { initial_value: text }) },
        };
      });
  });
}

/** What stands in the quotation beside an input. Slack hands some characters of it back escaped. */
function savedText(block: KnownBlock): string | undefined {
  if (block.type !== 'rich_text') return undefined;
  const quote = (block as RichTextBlock).elements.find(({ type }) => type === 'rich_text_quote');
  const texts = quote && 'elements' in quote ? quote.elements : [];
  const text = texts.map((one) => ('text' in one && typeof one.text === 'string' ? one.text : ''));
  return text.join('').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
