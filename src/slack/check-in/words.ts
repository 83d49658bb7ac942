import { mention } from '../ui/blocks.js';

/** Who reads a check-in and when: the same words wherever it is said. Mrkdwn. */
export function whoSeesIt(managerUserId: string | undefined): string {
  if (managerUserId === undefined) {
    return 'You have no manager set yet, so for now nobody but you would see it.';
  }
  const manager = mention(managerUserId);
  return `Only you see it until you send it. Then ${manager} will, and only after giving their own view without yours.`;
}

/** "Execution, Leadership and 3 more": the first few of some names. */
export function nameSome(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.pop() ?? '';
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last;
}
