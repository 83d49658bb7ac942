import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { plainText } from './blocks.js';
import { readSlackValue } from './slack-values.js';

/** Called after the feature that had it first: windows that are open keep their ids. */
const bannerBlockId = 'check_in:trouble';

/** Slack waits three seconds for an ack. */
const savingMs = 2000;

/** The work was too slow for an ack. The code makes `failureText` name the database. */
class TooSlowError extends Error {
  override name = 'TooSlowError';
  readonly code = 'ETIMEDOUT';
}

/** Returns the work's result. Throws if it takes more than two seconds; the work goes on, its result is dropped. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlowError('too slow for an ack')), savingMs);
  });
  try {
    return await Promise.race([work, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}

const receivedView = z.object({
  callback_id: z.string(),
  title: z.object({ text: z.string() }),
  submit: z.object({ text: z.string() }).nullish(),
  close: z.object({ text: z.string() }).nullish(),
  private_metadata: z.string(),
  blocks: z.array(z.custom<KnownBlock>()),
});

/**
 * Returns a view as Slack sent it to us, with a sentence on top: for when the next view can't be drawn.
 * The ids stay, so that Slack keeps what the person typed and chose; the initial values stay, because
 * what differs from them is still to be saved.
 */
export function withErrorBanner(received: unknown, sentence: string): ModalView {
  return withBlocks(received, (blocks) => [
    { type: 'section', block_id: bannerBlockId, text: plainText(sentence) },
    ...blocks.filter(({ block_id }) => block_id !== bannerBlockId),
  ]);
}

/** Returns a view as Slack sent it to us, with other blocks. What was typed in those with the same ids stays. */
export function withBlocks(
  received: unknown,
  change: (blocks: KnownBlock[]) => KnownBlock[],
): ModalView {
  const view = readSlackValue(receivedView, received);
  return {
    type: 'modal',
    callback_id: view.callback_id,
    title: plainText(view.title.text),
    ...(view.submit && { submit: plainText(view.submit.text) }),
    ...(view.close && { close: plainText(view.close.text) }),
    private_metadata: view.private_metadata,
    blocks: change(view.blocks),
  };
}

/** Whether the view has an error banner already. */
export function hasErrorBanner(received: unknown): boolean {
  return readSlackValue(receivedView, received).blocks.some(
    (one) => one.block_id === bannerBlockId,
  );
}

/** The same view with nothing but its error banner and its inputs. */
export function onlyInputs(view: ModalView): ModalView {
  const blocks = view.blocks.filter(
    ({ type, block_id }) => type === 'input' || block_id === bannerBlockId,
  );
  return { ...view, blocks };
}
