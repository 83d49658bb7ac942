import { keepRows, putRows } from './every-row.js';
import type { TestLadder } from './ladder.js';

/**
 * Keeps how a world stands now. The function that comes back puts the rows, the posts and the clock
 * back to that; what people have open stays, and so does who has left in Slack.
 */
export async function keepWorld({
  ladder,
  clock,
  slack,
}: TestLadder): Promise<() => Promise<void>> {
  const { db } = ladder.context;
  const rows = await keepRows(db);
  const now = clock.now();
  const posts = slack.messages.map((post) => ({ post, was: structuredClone(post) }));
  return async () => {
    await putRows(db, rows);
    clock.set(now);
    for (const { post, was } of posts)
      Object.assign(post, { edited: undefined }, structuredClone(was));
    slack.messages.splice(0, slack.messages.length, ...posts.map(({ post }) => post));
  };
}
