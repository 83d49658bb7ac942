import type { Register } from '../bolt/context.js';
import { registerAnswers } from './answers.js';
import { registerRecord } from './record.js';
import { registerSubmissions } from './submissions.js';

export { drawRecord } from './record.js';

/** That two people have talked: the manager records it with what they agreed on, the report answers. */
export const register: Register = (app, slack) => {
  registerRecord(app, slack);
  registerSubmissions(app, slack);
  registerAnswers(app, slack);
};
