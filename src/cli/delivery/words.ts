import type { DeliveryState } from '../../database/index.js';

/** What a state means, as the end of "This message …". */
export const stateWords: Record<DeliveryState, string> = {
  due: 'waits to be sent',
  claimed: 'is being prepared by a running server',
  sent: 'is sent',
  held: 'is held back until its recipient wants messages again',
  obsolete: 'was dropped',
  failed: 'could not be sent',
  unknown: 'was perhaps sent',
};

/** The states in the order in which a message goes through them. */
export const states = Object.keys(stateWords) as DeliveryState[];

const tokenCodes = [
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
];

/** What keeps all messages from going out: "Slack refuses the token (token_revoked)". */
export function refusalText(code: string): string {
  return `Slack refuses the ${tokenCodes.includes(code) ? 'token' : 'app'} (${code})`;
}
