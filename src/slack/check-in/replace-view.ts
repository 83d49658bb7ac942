import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';

/**
 * Puts a view in place of an open one. Nothing happens if the person has closed it meanwhile:
 * what they did is saved. No hash goes along: of two quick presses the later one counts.
 */
export async function replaceView(client: WebClient, viewId: string, view: ModalView) {
  try {
    await client.views.update({ view_id: viewId, view });
  } catch (error) {
    if (slackError(error) !== 'not_found') throw error;
  }
}

/** Slack's own name for what went wrong, if the error comes from Slack. */
export function slackError(error: unknown): string | undefined {
  const code = (error as { data?: { error?: unknown } }).data?.error;
  return typeof code === 'string' ? code : undefined;
}
