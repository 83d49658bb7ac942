/** A message that could be sent now, among others for the same person. */
export interface Part {
  kind: string;
  /** The id of the person or thing that it is about; null where that is the recipient. */
  subjectId: string | null;
  recipientId: string;
  /** It was sent before, and the person asked for it again. */
  repeats: boolean;
}

/** The order of the parts in one message: first the recipient's own check-in, last their team. */
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

/** Kinds that all ask for the check-in; one at a time is enough. */
const asking = ['invitation', 'nudge', 'reminder'];
const aboutTeam = ['digest', 'all_set'];

export interface Arranged<T> {
  /** The messages to send, in order. */
  kept: T[];
  /** The messages whose content another one includes. */
  superseded: T[];
}

/**
 * Keeps one message for each purpose: one that asks for the check-in; one about the team, which
 * includes due action items and the team's briefs; and the latest of those about the same subject.
 * `parts` are ordered from the oldest to the newest.
 */
export function arrange<T extends Part>(parts: readonly T[]): Arranged<T> {
  // From the newest to the oldest: of two messages about the same the newer one is kept.
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
