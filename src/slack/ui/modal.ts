import type { ModalView, PlainTextInput } from '@slack/types';
import { type KnownBlock, plainText } from './blocks.js';

export interface ModalInput {
  callbackId?: string;
  /** At most 24 characters, as are `submit` and `close`. */
  title: string;
  blocks: KnownBlock[];
  submit?: string;
  close?: string;
  /** Ids only. */
  metadata?: string | undefined;
}

export function modal(input: ModalInput): ModalView {
  const { callbackId, title, blocks, submit, close = 'Close', metadata } = input;
  return {
    type: 'modal',
    ...(callbackId && { callback_id: callbackId }),
    title: plainText(title),
    close: plainText(close),
    ...(submit && { submit: plainText(submit) }),
    ...(metadata && { private_metadata: metadata }),
    blocks,
  };
}

/** How long a text of a check-in may be, in characters. */
export const longestAnswer = 3000;

/** A field for a longer text that tells us about every character, so that nothing gets lost. */
export function savedTextInput(actionId: string, text: string): PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id: actionId,
    multiline: true,
    max_length: longestAnswer,
    dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
    ...(text && { initial_value: text }),
  };
}
