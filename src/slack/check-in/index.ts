import type { CommandHandler } from '../bolt/command/command.js';
import type { Register } from '../bolt/context.js';
import { registerActions } from './actions.js';
import { openFromCommand, registerOpen } from './open.js';
import { registerSubmissions } from './submissions.js';

/** My check-in: opening it, its pages, sending and taking it back. */
export const register: Register = (app, slack) => {
  registerOpen(app, slack);
  registerActions(app, slack);
  registerSubmissions(app, slack);
};

export const commands: Record<string, CommandHandler> = { 'check-in': openFromCommand };
