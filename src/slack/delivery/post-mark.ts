const eventType = 'ladder_delivery';

/**
 * What a post carries so that it can be found again: the id of the claim it was sent under. A claim and
 * a person's DM name one post. Others can read it, so it is an id and nothing else.
 */
export function markOf(claim: string) {
  return { event_type: eventType, event_payload: { claim } };
}

/** Whether a post's metadata, as Slack gives them back, are the mark of this claim. */
export function isMarked(metadata: unknown, claim: string): boolean {
  const { event_type, event_payload } = (metadata ?? {}) as {
    event_type?: unknown;
    event_payload?: { claim?: unknown };
  };
  return event_type === eventType && event_payload?.claim === claim;
}

/** Whether metadata are the mark of any claim. */
export function hasMark(metadata: unknown): boolean {
  return (metadata as { event_type?: unknown } | undefined)?.event_type === eventType;
}
