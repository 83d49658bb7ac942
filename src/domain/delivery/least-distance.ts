/** Nobody is told of the same reason twice within so many minutes. */
export const leastDistanceMinutes = 10;

const leastDistanceMs = leastDistanceMinutes * 60_000;

/** The kinds that tell one matter to a person, whatever they are about: all that became of actions. */
export const kindsOfOneMatter: readonly string[] = ['action_changed'];

/**
 * What messages of this kind are about, among all of a person's: those about the same keep their
 * distance, and are told as one when it is over. An id, or empty where the kind says it all.
 */
export function matterOf(kind: string, subjectId: string | null): string {
  return kindsOfOneMatter.includes(kind) ? '' : (subjectId ?? '');
}

/**
 * From when on a matter may be told again that was told last at an instant; undefined if now. An
 * instant far ahead is a clock's that was set back, and counts for nothing.
 */
export function notifiableFrom(notifiedAt: Date | undefined, at: Date): Date | undefined {
  if (!notifiedAt || Math.abs(at.getTime() - notifiedAt.getTime()) >= leastDistanceMs)
    return undefined;
  return new Date(notifiedAt.getTime() + leastDistanceMs);
}
