import type { ModalView } from '@slack/types';
import type { TeamBelow } from '../../services/team/index.js';
import { openHistoryButton } from '../history/links.js';
import { actions, button, context, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { displayName, shortName } from '../ui/text.js';
import { actionIds, callbackIds } from './ids.js';

type Person = { name: string; slackUserId: string };

/** Lists the team of a manager below. */
export function teamBelowButton(manager: { personId: string } & Person) {
  return button({
    text: 'Their team',
    actionId: actionIds.below,
    value: manager.personId,
    label: labelFor('Show the team of', manager),
  });
}

/** A manager's reports for somebody further up, with the way to what both sides gave of each. */
export function teamBelowView({ manager, reports, more }: TeamBelow): ModalView {
  return modal({
    callbackId: callbackIds.below,
    title: 'Their team',
    blocks: [
      section(`*The team of ${shortName(manager)}*`),
      ...reports.flatMap((report) => [
        section(displayName(report)),
        actions([
          {
            ...openHistoryButton(report.id, 'Ratings and briefs'),
            accessibility_label: labelFor('Ratings and briefs of', report),
          },
          ...(report.hasReports ? [teamBelowButton({ ...report, personId: report.id })] : []),
        ]),
      ]),
      ...(more > 0 ? [context(`And ${more} more.`)] : []),
      context('What you open is recorded, and they see that you read it.'),
    ],
  });
}

function labelFor(what: string, { name }: Person): string {
  const label = `${what} ${name}`;
  return name && label.length <= 75 ? label : `${what} this person`;
}
