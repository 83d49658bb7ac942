import type { CommandHandler } from '../bolt/command/command.js';
import type { Register } from '../bolt/context.js';
import { registerKeep } from './keep.js';
import { openFromCommand, registerList } from './list-actions.js';
import { registerSubmit } from './submit.js';

/** Evidence: from a message or by itself, in a list, on the pages. */
export const register: Register = (app, slack) => {
  registerKeep(app, slack);
  registerList(app, slack);
  registerSubmit(app, slack);
};

export const commands: Record<string, CommandHandler> = { evidence: openFromCommand };
