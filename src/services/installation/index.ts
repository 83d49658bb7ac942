export {
  deleteInstallation,
  type Installation,
  listInstallations,
  type NewInstallation,
  readTokens,
  saveInstallation,
} from './installations.js';
export { rotateKeys } from './rotation.js';
export { openTokens } from './tokens.js';
