import type { ViewsWaitingMessage } from '../../services/reminder/index.js';
import { openAssessmentButton } from '../assessment/links.js';
import { closedLine } from '../delivery/over.js';
import { openTeamButton } from '../team/links.js';
import { actions, count, escapeMrkdwn, type Message, section } from '../ui/blocks.js';
import { listOfNames } from '../ui/text.js';

/** One line: whose check-ins wait for the reader's view, and the way to it. */
export function viewsWaiting(content: ViewsWaitingMessage): Message {
  const { reports, cycleName, over } = content;
  const name = escapeMrkdwn(cycleName);
  if (over) {
    const fact = `Check-ins for ${name} waited for your view.`;
    const text = `${fact} ${over === 'closed' ? closedLine : 'None does any more.'}`;
    return { text, blocks: [section(text)] };
  }
  const text =
    reports.length === 1
      ? `${listOfNames(reports)} has sent their ${name} check-in. It waits for your view.`
      : `${count(reports.length, 'check-in')} for ${name} wait for your view: ${listOfNames(reports)}.`;
  return { text, blocks: [section(text), ...viewsWaitingButtons(content)] };
}

/** To the one view, or to the team. */
export function viewsWaitingButtons({ reports, over }: ViewsWaitingMessage) {
  if (over) return [];
  const [only, ...others] = reports;
  if (!only || others.length > 0) return [actions([openTeamButton()])];
  const text = only.started ? 'Go on with my view' : 'Give my view';
  return [actions([openAssessmentButton(only.personId, text)])];
}
