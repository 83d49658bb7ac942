import type { AssessmentRefusal } from '../../domain/assessment/assessment.js';
import { openPages } from '../../domain/questionnaire/answers.js';
import type { Assessment } from '../../services/assessment/index.js';
import { nameSome } from '../check-in/words.js';

const stillHere = 'What you typed is still here: copy it if you want to keep it.';

/**
 * Why nothing was saved or given, what is still there, and what to do next. Plain text. `assessment`
 * where the person may still see it.
 */
export function refusalWords(because: AssessmentRefusal, assessment?: Assessment): string {
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
      return `Nothing is given yet: ${openWords(assessment)} This page is saved; press Answer above, then Give my view.`;
    case 'not_sent':
    case 'not_begun':
      return 'This view is not begun yet. Open it again from your team.';
  }
}

function openWords(assessment: Assessment | undefined): string {
  if (!assessment) return 'something still needs an answer.';
  const { pages, answers, framework } = assessment;
  const open = openPages(pages, answers, framework.scale);
  const names = nameSome(open.flatMap((page) => pages[page]?.competency.name ?? []));
  return `${names} still ${open.length === 1 ? 'needs' : 'need'} an answer.`;
}
