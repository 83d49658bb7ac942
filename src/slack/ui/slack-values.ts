import { z } from 'zod';
import { key } from '../../domain/framework/schema.js';
import { isDay } from '../../domain/time/day.js';
import { UserFacingError } from '../../services/errors/index.js';

/**
 * Schemas for values that Slack returns from our own buttons, modals and pickers. Slack signs them,
 * and yet they may be anything: each kind of value has its one schema here, with its length.
 */
export const slackValues = {
  /** One of our rows. */
  id: z.uuid(),
  /** A key of the ladder's: of a role, a competency, a point of the scale. */
  key,
  userId: z.string().regex(/^[UW][A-Z0-9]{1,30}$/, 'Pick somebody of this workspace.'),
  fileId: z.string().regex(/^F[A-Z0-9]{1,30}$/),
  viewId: z.string().regex(/^V[A-Z0-9]{1,30}$/),
  channelId: z.string().regex(/^[A-Z][A-Z0-9]{1,30}$/),
  /** When a message was posted or something was pressed, in Slack's seconds. */
  ts: z.string().regex(/^\d{1,12}(\.\d{1,10})?$/),
  day: z.string().refine(isDay, 'Pick a day between 1950 and 2199.'),
  /** A message's address in Slack. */
  link: z.url({ protocol: /^https$/, hostname: /^([a-z0-9-]+\.)*slack(-gov)?\.com$/ }).max(500),
  /** A page of something, from 0. */
  page: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
  /** A short text that only we read: an option's or a button's value. */
  value: z.string().max(300),
} as const;

const unreadable =
  "I can't read what Slack sent me with that, so nothing has changed. Open it anew and try again.";

/** A value from Slack is not one of ours; the message is for the actor. */
export class UnreadableError extends UserFacingError {
  override name = 'UnreadableError';

  /** `path`: the names of fields from the outside in. */
  constructor(
    message = unreadable,
    readonly path: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Reads a value that Slack sent. Throws UnreadableError for one that isn't ours. */
export function readSlackValue<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path.map(String) ?? [];
  // A person's own choice gets a sentence of its own.
  throw new UnreadableError(issue?.message.startsWith('Pick ') ? issue.message : unreadable, path);
}

/** The same for a value that was written as JSON. */
export function readSlackJson<S extends z.ZodType>(schema: S, text: unknown): z.output<S> {
  return readSlackValue(z.string().transform(parsed).pipe(schema), text);
}

function parsed(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    context.addIssue('not JSON');
    return z.NEVER;
  }
}
