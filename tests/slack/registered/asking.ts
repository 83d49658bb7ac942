import type { World } from '../visibility/world.js';
import type { GivenRequest } from './samples.js';

/** What came of a request. */
export interface Answer {
  /** All that the person was shown, in the ack and afterwards, as JSON. */
  shown: string;
  /** Methods of Slack's that were called. */
  calls: string[];
  /** What Slack refused. */
  refused: { where: string; error: string; reasons: string[] }[];
}

/**
 * Sends a request and waits until all that it set going has ended. With `keep`, what was shown stays
 * in the recording for a later search for leaks, and only the ack is returned.
 */
export async function ask(
  world: World,
  userId: string,
  request: GivenRequest,
  { keep = false } = {},
): Promise<Answer> {
  const { slack, ladder } = world.test;
  const recorded = () => (keep ? [] : world.recording.take(userId));
  recorded();
  const before = slack.calls.at(-1)?.id ?? 0;
  const { body, request: answered } = await slack.send(request.kind, request.payload);
  if (answered.outcome !== 'acked') throw new Error(`${answered.outcome}: ${request.kind}`);
  await ladder.idle();
  const refused = slack.refusals.splice(0);
  const shown = [...(body === undefined ? [] : [JSON.stringify(body)]), ...recorded()];
  const calls = slack.calls.filter(({ id }) => id > before).map(({ method }) => method);
  return { shown: shown.join('\n'), calls, refused };
}

/** Whether the log tells of a value that Ladder can't have written: then no rule was asked. */
export function foundUnreadable({ test }: World): boolean {
  return /Unreadable|ZodError|SyntaxError|Prisma|TypeError/.test(JSON.stringify(test.logged));
}
