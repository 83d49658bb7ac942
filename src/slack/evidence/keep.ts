import { randomUUID } from 'node:crypto';
import type { MessageShortcut } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { SlackMessage } from '../../domain/evidence/evidence.js';
import { localDay } from '../../domain/time/time-zone.js';
import { describeError } from '../../services/errors/index.js';
import { findEvidence } from '../../services/evidence/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { slackValues } from '../ui/slack-values.js';
import { formView } from './form-view.js';
import { callbackIds } from './ids.js';
import { readerOf } from './reader.js';
import { showWindow } from './windows.js';

/** "Keep as evidence" in the menu of any message: asks what changed because of it. */
export const registerKeep: Register = (app, slack) => {
  const shortcut = { type: 'message_action' as const, callback_id: callbackIds.keep };
  app.shortcut<MessageShortcut>(shortcut, async (args) => {
    await args.ack();
    const { user, channel, message_ts: ts } = args.shortcut;
    const message = { channelId: channel.id, ts };
    await showWindow(slack, args, () => keepForm(slack, args.client, user.id, message));
  });
};

/** The form for a message; filled with what was kept, if it was kept before. */
async function keepForm(
  slack: SlackContext,
  client: WebClient,
  slackUserId: string,
  message: SlackMessage,
): Promise<ModalView> {
  const [reader, link] = await Promise.all([
    readerOf(slack, slackUserId),
    permalinkOf(slack, client, message),
  ]);
  const { keeper, timeZone, competencies, lostRole } = reader;
  const kept = await findEvidence(slack.services, keeper, message);
  const permalink = link ?? kept?.permalink;
  return formView({
    metadata: {
      id: kept?.id ?? randomUUID(),
      mode: 'keep',
      message: { ...message, ...(permalink && { permalink }) },
    },
    competencies,
    lostRole,
    piece: kept ?? { happenedOn: localDay(new Date(Number(message.ts) * 1000), timeZone) },
  });
}

/**
 * Returns the message's address; undefined where Slack returns none, which doesn't prevent keeping
 * the note.
 */
async function permalinkOf(
  { services }: SlackContext,
  client: WebClient,
  { channelId, ts }: SlackMessage,
): Promise<string | undefined> {
  try {
    const { permalink } = await client.chat.getPermalink({ channel: channelId, message_ts: ts });
    return slackValues.link.safeParse(permalink).data;
  } catch (error) {
    services.log.info(describeError(error), 'Slack gave no link to a message');
    return undefined;
  }
}
