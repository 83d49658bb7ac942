import type { Button } from '@slack/types';
import { type ButtonOptions, button } from '../ui/blocks.js';
import { actionIds, callbackIds } from './ids.js';
import { recordMetadata } from './input.js';

/** Opens the record of the conversation about a check-in. */
export function openRecordButton(checkInId: string, text: string, options?: ButtonOptions): Button {
  return button({ text, actionId: actionIds.record, value: checkInId, ...options });
}

/** The answers to a record: that it is so, and a comment. */
export function confirmButton(conversationId: string, options?: ButtonOptions): Button {
  return button({
    text: 'Confirm',
    actionId: actionIds.confirm,
    value: conversationId,
    ...options,
  });
}

export function commentButton(conversationId: string, text = 'Comment'): Button {
  return button({ text, actionId: actionIds.comment, value: conversationId });
}

export { differenceBlock } from './talk-blocks.js';

/** The check-in whose record a window shows; undefined for any other window. */
export function checkInOfRecord(view: {
  callback_id: string;
  private_metadata: string;
}): string | undefined {
  return view.callback_id === callbackIds.record ? recordMetadata.read(view).checkInId : undefined;
}
