import type { Register } from '../bolt/context.js';
import { registerPageActions } from '../questionnaire/page-actions.js';
import { registerSubmissions } from '../questionnaire/submissions.js';
import { assessmentDefinition } from './definition.js';
import { registerOpen } from './open.js';
import { registerUseNote } from './use-note.js';

/** A manager's view of a report: opening it, its pages, giving it. */
export const register: Register = (app, slack) => {
  registerOpen(app, slack);
  registerPageActions(app, slack, assessmentDefinition);
  registerSubmissions(app, slack, assessmentDefinition);
  registerUseNote(app, slack);
};
