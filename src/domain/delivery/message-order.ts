/** A message that could be sent now, among others for the same person. */
export interface Part {
  kind: string;
  /** The id of the person or thing that it is about; null where that is the recipient. */
  subjectId: string | null;
  recipientId: string;
  /** It was sent before, and the person asked for it again. */
  repeats: boolean;
}

/** How a kind stands beside others in one post. */
export interface OrderRule {
  readonly kind: string;
  /** Of several messages on one topic only one is sent. */
  readonly topic?: string;
  /** The kinds that supersede this message; undefined where only the same kind does. */
  supersededBy?(part: Part): readonly string[] | undefined;
}

export interface Arranged<T> {
  /** What is sent, in its order. */
  kept: T[];
  /** What another message supersedes. */
  superseded: T[];
}

/**
 * Returns one message for each topic, new ones before repeated ones, and the messages that are
 * superseded, in the order in which their kinds appear in a post.
 */
export function arrange<T extends Part>(
  parts: readonly T[],
  rules: readonly OrderRule[],
): Arranged<T> {
  const ruleOf = ({ kind }: Part) => rules.find((rule) => rule.kind === kind) ?? { kind };
  const rankOf = ({ kind }: Part) => {
    const rank = rules.findIndex((rule) => rule.kind === kind);
    return rank === -1 ? rules.length : rank;
  };
  // The newest first: of two with the same content it stays.
  const byRank = [...parts]
    .reverse()
    .sort(
      (one, other) => rankOf(one) - rankOf(other) || Number(one.repeats) - Number(other.repeats),
    );
  // Those with a topic come first: they supersede others, if they are kept.
  const hasTopic = (part: T) => ruleOf(part).topic !== undefined;
  const kept: T[] = [];
  for (const part of [...byRank.filter(hasTopic), ...byRank.filter((one) => !hasTopic(one))]) {
    if (!isSuperseded(part, { kept, all: parts, ruleOf })) kept.push(part);
  }
  return {
    kept: parts
      .filter((part) => kept.includes(part))
      .sort((one, other) => rankOf(one) - rankOf(other)),
    superseded: parts.filter((part) => !kept.includes(part)),
  };
}

function isSuperseded(
  part: Part,
  {
    kept,
    all,
    ruleOf,
  }: { kept: readonly Part[]; all: readonly Part[]; ruleOf: (part: Part) => OrderRule },
): boolean {
  const { topic, supersededBy } = ruleOf(part);
  if (topic !== undefined) {
    const onTopic = (other: Part) => ruleOf(other).topic === topic;
    const hasNew = all.some((other) => onTopic(other) && !other.repeats);
    return (part.repeats && hasNew) || kept.some(onTopic);
  }
  const kinds = supersededBy?.(part);
  if (kinds) return kept.some(({ kind }) => kinds.includes(kind));
  const { kind, subjectId } = part;
  return (
    subjectId !== null && kept.some((other) => other.kind === kind && other.subjectId === subjectId)
  );
}
