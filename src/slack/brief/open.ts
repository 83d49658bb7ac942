import type { ModalView } from '@slack/types';
import { readBrief } from '../../services/brief/index.js';
import { findOrAddPerson } from '../../services/person/index.js';
import type { SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { actions, type KnownBlock, plainText, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import type { Cursor } from '../ui/place.js';
import { openButton } from './blocks.js';
import { callbackIds } from './ids.js';
import { refusalBlocks } from './refusals.js';
import { briefModal } from './views.js';

/** Opened at once, from memory, while the brief is being read. */
export function loadingView(): ModalView {
  return notice([section('One moment, I am getting your brief.')]);
}

/** The brief for this person, or why not. Never throws: what goes wrong is said in the view. */
export async function briefView(
  slack: SlackContext,
  slackUserId: string,
  { checkInId, at }: { checkInId: string; at?: Cursor },
): Promise<ModalView> {
  const { services, workspace } = slack;
  const workspaceId = workspace.id;
  try {
    const { id: viewerId } = await findOrAddPerson(services, { workspaceId, slackUserId });
    const input = { workspaceId, viewerId, checkInId, surface: 'brief' } as const;
    const reading = await readBrief(services, input);
    if ('brief' in reading) return briefModal(reading.brief, at);
    return notice(refusalBlocks(reading.refused, reading.reportId));
  } catch (error) {
    const what = "I couldn't open your brief";
    const sentence = failureText(services.log, error, { what, user: slackUserId });
    const text = { type: 'section' as const, text: plainText(sentence) };
    return notice([text, actions([openButton(checkInId, 'Try again')])]);
  }
}

function notice(blocks: KnownBlock[]): ModalView {
  return modal({ callbackId: callbackIds.brief, title: 'Your brief', blocks });
}
