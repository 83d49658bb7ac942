import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type Below, openView, replaceView } from './windows.js';

export interface OpenModalInput {
  client: WebClient;
  triggerId: string;
  /** What stands there until the view is drawn. */
  loading: ModalView;
  /** Being drawn; says itself what went wrong. */
  view: Promise<ModalView>;
  /** The modal in which the button was pressed; left out: a modal of its own. */
  below?: Below | undefined;
}

/**
 * Opens a light view at once, because the trigger lives three seconds, and fills it when the real one
 * has been drawn. False if the trigger had expired already.
 */
export async function openModal(input: OpenModalInput): Promise<boolean> {
  const { client, triggerId, loading, below } = input;
  const opening = openView({ client, triggerId, view: loading, below });
  const [opened, view] = await Promise.allSettled([opening, input.view]);
  if (opened.status === 'rejected') throw opened.reason;
  if (opened.value === 'late') return false;
  if (view.status === 'rejected') throw view.reason;
  if (opened.value !== 'closed') await replaceView(client, opened.value.id, view.value);
  return true;
}
