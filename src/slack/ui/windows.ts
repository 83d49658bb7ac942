import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { UserFacingError } from '../../services/errors/index.js';
import { noteReplaced } from './panel.js';

/**
 * Slack's errors where a person was faster than Ladder: they have closed the modal, or something
 * newer replaced its content. None of them is a failure, and nobody needs a sentence.
 */
const closed = new Set(['not_found', 'view_not_found', 'hash_conflict']);

/** A trigger is valid for three seconds and opens one modal. */
const late = new Set([
  ...['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'],
  ...['trigger_expired', 'trigger_exchanged', 'invalid_trigger'],
]);

/** A window, and the one at the bottom of its stack. */
export interface Below {
  id: string;
  root_view_id?: string | null;
}

export interface OpenViewInput {
  client: WebClient;
  triggerId: string;
  view: ModalView;
  /** The window in which was pressed; the new one is laid over it. Left out: one of its own. */
  below?: Below | undefined;
}

/** The window that was opened; or that Slack didn't wait for it, or that the person closed the one below. */
export type Opened = { id: string } | 'late' | 'closed';

/**
 * Opens a window. Slack lays at most three over each other; a fourth takes the place of the third. A
 * trigger is used up by this, whatever came of it: nothing may be opened with it afterwards.
 */
export async function openView(input: OpenViewInput): Promise<Opened> {
  const { client, triggerId, view, below } = input;
  const call = { trigger_id: triggerId, view };
  try {
    const answer = await (below ? client.views.push(call) : client.views.open(call));
    return noted(answer.view);
  } catch (error) {
    const code = slackError(error) ?? '';
    if (late.has(code)) return 'late';
    if (below && closed.has(code)) return 'closed';
    if (!below || code !== 'push_limit_reached') throw error;
    const id = tops.get(below.root_view_id ?? '') ?? below.id;
    return (await replaceView(client, id, view)) ? { id } : 'closed';
  }
}

/**
 * The modal on top of each stack, as far as we opened it: several presses before anything has
 * opened are all in the lowest one.
 */
const tops = new Map<string, string>();
const mostTops = 1_000;

function noted(view: { id?: string; root_view_id?: string } | undefined): Opened {
  if (view?.id === undefined) return 'closed';
  const { id, root_view_id: root = id } = view;
  tops.delete(root);
  tops.set(root, id);
  for (const oldest of tops.keys()) {
    if (tops.size <= mostTops) break;
    tops.delete(oldest);
  }
  return { id };
}

/**
 * Puts a view in place of an open one; false if the person has closed it meanwhile: what they did is
 * saved. Without `onlyIf`, the hash of the view as it was, of two quick presses the later one counts; with
 * it nothing is put over what has come since.
 */
export async function replaceView(
  client: WebClient,
  viewId: string,
  view: ModalView,
  { onlyIf: hash }: { onlyIf?: string | undefined } = {},
): Promise<boolean> {
  noteReplaced(viewId);
  try {
    await client.views.update({ view_id: viewId, view, ...(hash && { hash }) });
    return true;
  } catch (error) {
    if (closed.has(slackError(error) ?? '')) return false;
    throw error;
  }
}

/** The trigger had expired when a modal was to be opened. */
export class TooLateError extends UserFacingError {
  constructor() {
    super(
      'I was too slow to open that window: Slack waits only a moment. Nothing is lost; try it again.',
    );
  }
}

/** Slack's own name for what went wrong, if the error comes from Slack. */
function slackError(error: unknown): string | undefined {
  const code = (error as { data?: { error?: unknown } }).data?.error;
  return typeof code === 'string' ? code : undefined;
}
