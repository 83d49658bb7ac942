export {
  deleteInstallation,
  type Installation,
  listInstallations,
  type NewInstallation,
  readTokens,
  saveInstallation,
} from './installations.js';
export {
  type AskForTokens,
  listExpiring,
  RenewalRefused,
  renewTokens,
} from './renewal.js';
export { renewalRefusedText } from './renewal-text.js';
export { rotateKeys } from './rotation.js';
export { openTokens } from './tokens.js';
