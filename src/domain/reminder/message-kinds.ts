/**
 * The kinds that follow from the cycle plan, each step once. A nudge is not among them: a manager
 * asks for it.
 */
export const messageKinds = [
  'invitation',
  'reminder',
  'digest',
  'all_set',
  'views_waiting',
  'cycle_closed',
  'newcomer',
  'admin_summary',
] as const;

export type MessageKind = (typeof messageKinds)[number];

/** Returns whether a message is about its recipient's team. */
export function isForTeam({ kind }: { kind: string }): boolean {
  return kind === 'views_waiting' || isDigest({ kind });
}

/** Returns whether a message is the one of a digest's step. */
export function isDigest({ kind }: { kind: string }): boolean {
  return kind === 'digest' || kind === 'all_set';
}
