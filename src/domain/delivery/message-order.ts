/** A message that could leave now, among others for the same person. */
export interface Part {
  kind: string;
  /** Whom or what it is about, if not the recipient; an id. */
  subjectId: string | null;
  recipientId: string;
  /** It was sent before, and the person asked for it again later. */
  repeats: boolean;
}

/** The order in which parts stand in one message: one's own check-in first, one's team last. */
const order = [
  'invitation',
  'nudge',
  'reminder',
  'brief',
  'conversation',
  'action_due',
  'action_changed',
  'conversation_comment',
  'digest',
  'all_set',
];

/** All of them ask for the check-in; once at a time is enough. */
const asking = ['invitation', 'nudge', 'reminder'];
const aboutTeam = ['digest', 'all_set'];

export interface Arranged<T> {
  /** What goes out, in its order. */
  kept: T[];
  /** What another one says as well, or better. */
  superseded: T[];
}

/**
 * Leaves one message for each thing to be said: one that asks for the check-in, one about the team,
 * in which due actions and the team's briefs stand as well, and the latest of those about the same.
 * `parts` from the oldest to the newest.
 */
export function arrange<T extends Part>(parts: readonly T[]): Arranged<T> {
  // The newest first: of two that say the same it stays.
  const newest = [...parts].reverse();
  const byRank = newest.sort(
    (one, other) => rankOf(one) - rankOf(other) || Number(one.repeats) - Number(other.repeats),
  );
  const kept: T[] = [];
  for (const part of byRank) if (!isSaid(part, kept, parts)) kept.push(part);
  return {
    kept: parts
      .filter((part) => kept.includes(part))
      .sort((one, other) => rankOf(one) - rankOf(other)),
    superseded: parts.filter((part) => !kept.includes(part)),
  };
}

function isSaid(part: Part, kept: readonly Part[], all: readonly Part[]): boolean {
  const { kind, subjectId, recipientId } = part;
  const digest = all.some((other) => other.kind === 'digest');
  if (asking.includes(kind)) {
    const fresh = all.some((other) => asking.includes(other.kind) && !other.repeats);
    return (part.repeats && fresh) || kept.some((other) => asking.includes(other.kind));
  }
  if (aboutTeam.includes(kind)) {
    const fresh = all.some((other) => aboutTeam.includes(other.kind) && !other.repeats);
    return (part.repeats && fresh) || kept.some((other) => aboutTeam.includes(other.kind));
  }
  if (kind === 'action_due') return digest;
  if (kind === 'brief' && subjectId !== recipientId) return digest;
  return (
    subjectId !== null && kept.some((other) => other.kind === kind && other.subjectId === subjectId)
  );
}

function rankOf({ kind }: Part): number {
  const rank = order.indexOf(kind);
  return rank === -1 ? order.length : rank;
}
