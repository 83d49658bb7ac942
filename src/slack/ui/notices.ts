import type { Button, ModalView } from '@slack/types';
import { actions, type KnownBlock, plainSection, section } from './blocks.js';
import { modal } from './modal.js';

/** A feature's windows without a form. */
export interface Notices {
  callbackId: string;
  /** A notice that something is loading, was done or can't be done: mrkdwn or blocks. */
  notice(content: string | KnownBlock[], metadata?: string): ModalView;
  /** Why something failed, as plain text, with the button that tries again. */
  failure(sentence: string, again?: Button): ModalView;
}

export function noticesOf(callbackId: string, title: string): Notices {
  const notice: Notices['notice'] = (content, metadata) => {
    const blocks = typeof content === 'string' ? [section(content)] : content;
    return modal({ callbackId, title, blocks, metadata });
  };
  return {
    callbackId,
    notice,
    failure: (sentence, again) =>
      notice([plainSection(sentence), ...(again ? [actions([again])] : [])]),
  };
}
