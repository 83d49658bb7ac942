import type { Register } from '../bolt/context.js';
import { registerAnswers } from './answers.js';
import { registerDifferences } from './differences.js';
import { registerRecord } from './record.js';
import { registerSubmissions } from './submissions.js';

export { drawRecord } from './record.js';

/** That two people have talked: either records it with what they agreed on, the other one answers. */
export const register: Register = (app, slack) => {
  registerRecord(app, slack);
  registerSubmissions(app, slack);
  registerAnswers(app, slack);
  registerDifferences(app, slack);
};
