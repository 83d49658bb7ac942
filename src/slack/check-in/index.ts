import type { CommandHandler } from '../bolt/command/command.js';
import type { Register } from '../bolt/context.js';
import { registerPageActions } from '../questionnaire/page-actions.js';
import { registerSubmissions } from '../questionnaire/submissions.js';
import { registerActions } from './actions.js';
import { registerAddNote } from './add-note.js';
import { checkInDefinition } from './definition.js';
import { openFromCommand, registerOpen } from './open.js';
import { registerUnsent } from './unsent.js';
import { registerUseEvidence } from './use-evidence.js';

/** My check-in: opening it, its pages, sending and taking it back. */
export const register: Register = (app, slack) => {
  registerOpen(app, slack);
  registerPageActions(app, slack, checkInDefinition);
  registerSubmissions(app, slack, checkInDefinition);
  registerActions(app, slack);
  registerUseEvidence(app, slack);
  registerUnsent(app, slack);
  registerAddNote(app, slack);
};

export const commands: Record<string, CommandHandler> = { 'check-in': openFromCommand };
