import { z } from 'zod';

const schema = z.object({ tokens: z.object({ bot: z.array(z.string()).min(1) }) });

/** Returns whether the event is about the bot's token, and not only about people's. */
export function revokesBot(event: unknown): boolean {
  return schema.safeParse(event).success;
}
