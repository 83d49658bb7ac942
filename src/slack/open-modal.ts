import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { replaceView, slackError } from './check-in/replace-view.js';

export interface OpenModalInput {
  client: WebClient;
  triggerId: string;
  /** What stands there until the view is drawn. */
  loading: ModalView;
  /** Being drawn; says itself what went wrong. */
  view: Promise<ModalView>;
  /** Over the modal in which the button was pressed. Default: a modal of its own. */
  over?: boolean;
}

/**
 * Opens a light view at once, because the trigger lives three seconds, and fills it when the real one
 * has been drawn. False if the trigger had expired already.
 */
export async function openModal(input: OpenModalInput): Promise<boolean> {
  const { client, triggerId, loading, over = false } = input;
  const call = { trigger_id: triggerId, view: loading };
  const opening = over ? client.views.push(call) : client.views.open(call);
  const [opened, view] = await Promise.allSettled([opening, input.view]);
  if (opened.status === 'rejected') {
    if (isExpired(opened.reason)) return false;
    throw opened.reason;
  }
  if (view.status === 'rejected') throw view.reason;
  const viewId = opened.value.view?.id;
  if (viewId) await replaceView(client, viewId, view.value);
  return true;
}

const expiredErrors = new Set(['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id']);

function isExpired(error: unknown): boolean {
  return expiredErrors.has(slackError(error) ?? '');
}
