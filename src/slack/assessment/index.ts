import type { Register } from '../bolt/context.js';
import { registerActions } from './actions.js';
import { registerOpen } from './open.js';
import { registerSubmissions } from './submissions.js';

/** A manager's view of a report: opening it, its pages, giving it. */
export const register: Register = (app, slack) => {
  registerOpen(app, slack);
  registerActions(app, slack);
  registerSubmissions(app, slack);
};
