import { createHash } from 'node:crypto';

/** Returns a hash of what was entered in a form: its effect was shown if the form carries the same one. */
export function hashOf(...entered: (string | undefined)[]): string {
  const known = entered.map((one) => one ?? '');
  return createHash('sha256').update(JSON.stringify(known)).digest('base64url');
}
