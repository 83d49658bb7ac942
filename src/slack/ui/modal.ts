import type { ModalView } from '@slack/types';
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

export function modal(input: ModalInput): ModalView & { blocks: KnownBlock[] } {
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
