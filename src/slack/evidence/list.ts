import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { listEvidence } from '../../services/evidence/index.js';
import type { SlackContext } from '../bolt/context.js';
import type { Place } from './input.js';
import { listView } from './list-view.js';
import { readerOf } from './reader.js';

/** What a person kept, as it is now; `note` says what became of their last press. Mrkdwn. */
export async function drawList(
  slack: SlackContext,
  client: WebClient,
  slackUserId: string,
  { place, note }: { place: Place; note?: string | undefined },
): Promise<ModalView> {
  const { keeper, today, competencies } = await readerOf(slack, client, slackUserId);
  const kept = await listEvidence(slack.services, keeper, { today, all: place.all });
  return listView({ kept, competencies, place, note });
}
