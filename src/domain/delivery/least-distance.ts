/** For how many minutes a person gets no second message about the same subject. */
export const leastDistanceMinutes = 10;

const leastDistanceMs = leastDistanceMinutes * 60_000;

/** The kinds whose messages count as one subject for a person, whatever they are about. */
export const kindsOfOneMatter: readonly string[] = ['action_changed', 'role_changed'];

/**
 * Returns what messages of this kind are about, among all of a person's: those with the same value
 * keep their distance and are sent as one when it is over. An id, or empty where the kind alone
 * decides.
 */
export function matterOf(kind: string, subjectId: string | null): string {
  return kindsOfOneMatter.includes(kind) ? '' : (subjectId ?? '');
}

/**
 * Returns the instant from which a person may be notified again of what they were last notified of
 * at `notifiedAt`; undefined if now. A `notifiedAt` far in the future comes from a clock that was
 * set back, and is ignored.
 */
export function notifiableFrom(notifiedAt: Date | undefined, at: Date): Date | undefined {
  if (!notifiedAt || Math.abs(at.getTime() - notifiedAt.getTime()) >= leastDistanceMs)
    return undefined;
  return new Date(notifiedAt.getTime() + leastDistanceMs);
}
