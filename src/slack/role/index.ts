import type { Register } from '../bolt/context.js';
import { registerLookUps, registerPersonal } from './listeners.js';
import { registerOptions } from './option-listeners.js';
import { registerSearch } from './search-listeners.js';
import { registerShare } from './share-listeners.js';

export { answerLookUp, commands } from './command.js';
export { lookUps } from './look-ups.js';

/** Role definitions and all other look-ups. */
export const register: Register = (app, slack) => {
  registerLookUps(app, slack);
  registerPersonal(app, slack);
  registerShare(app, slack);
  registerOptions(app, slack);
  registerSearch(app, slack);
};
