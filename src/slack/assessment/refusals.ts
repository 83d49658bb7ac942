import type { AssessmentRefusal } from '../../domain/assessment/assessment.js';
import type { Assessment, OpenedAssessment } from '../../services/assessment/index.js';
import { stillOpenText } from '../questionnaire/words.js';
import { escapeMrkdwn } from '../ui/blocks.js';
import { displayName } from '../ui/text.js';

const stillHere = 'What you typed is still here: copy it if you want to keep it.';

/** Explains why nothing was saved or submitted, what is kept, and what to do next. Plain text. */
export async function refusalText(
  because: AssessmentRefusal,
  read: () => Promise<Assessment>,
): Promise<string> {
  switch (because) {
    case 'not_manager':
      return `You are not this person's manager any more, so I saved nothing from this page. ${stillHere}`;
    case 'report_left':
      return `This person is no longer a full member here, so no view is asked for any more and I saved nothing from this page. ${stillHere}`;
    case 'cycle_closed':
      return `The cycle has closed, so I can't save this any more. ${stillHere}`;
    case 'revealed':
      return `Both sides are in, so your view stays as it is and I saved nothing from this page. ${stillHere}`;
    case 'already_given':
      return `You have given your view in the meantime, so it stays as it is and I saved nothing from this page. ${stillHere}`;
    case 'incomplete':
      return `Nothing is given yet: ${stillOpenText(await read())}`;
    case 'not_sent':
    case 'not_begun':
      return 'This view is not begun yet. Open it again from your team.';
  }
}

/** Why there is no view to give now, and what to do or wait for. Mrkdwn. */
export function notPossibleText(opened: Extract<OpenedAssessment, { kind: 'refused' }>): string {
  const { because, report, cycle } = opened;
  const name = report ? displayName(report) : 'This person';
  const round = cycle ? escapeMrkdwn(cycle.name) : 'this cycle';
  switch (because) {
    case 'not_manager':
      return "*You are not this person's manager today*, so there is no view for you to give. If that is wrong, ask them to set you as their manager.";
    case 'report_left':
      return `*${name} is not here any more:* they are no longer a full member of this workspace. No view is asked for.`;
    case 'cycle_closed':
      return '*No cycle is open right now.* When the next one opens and a check-in is sent, your digest says so.';
    case 'revealed':
      return `*Both sides are in already for ${name}.* ${round} was closed with the manager of that time. You begin your own view in the next cycle.`;
    default:
      return `*${name} has not sent their check-in for ${round} yet.* You can give your view as soon as they have; your team list says when.`;
  }
}
