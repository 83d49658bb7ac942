import type { Context } from '../context.js';
import { describeError, isDatabaseAway } from '../errors/index.js';
import type { ClaimedDelivery } from './claims.js';
import { readRecipients } from './recipients.js';
import type { Found } from './verdict.js';

/** What decides about messages, by their ids; and what went wrong where it can't be read. */
export interface LookedUp {
  found: Map<string, Found>;
  errors: Map<string, unknown>;
}

interface LookUpInput {
  workspaceId: string;
  /** Each person's messages. */
  people: ClaimedDelivery[][];
  at: Date;
}

/**
 * Looks up what decides about many people's messages in a few statements. Where these fail, the people
 * are looked up in halves, so that whom the failure is about is found in a few steps, and only they are
 * without an answer; the log says so each time. Throws where the database is away.
 */
export async function lookUp(context: Context, input: LookUpInput): Promise<LookedUp> {
  const { workspaceId, people, at } = input;
  const messages = people.flat();
  try {
    const found = await readRecipients(context.db, { workspaceId, messages, at });
    return { found, errors: new Map() };
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    if (people.length === 1) {
      return { found: new Map(), errors: new Map(messages.map(({ id }) => [id, error])) };
    }
    const fields = { workspace: workspaceId, people: people.length, ...describeError(error) };
    context.log.error(
      fields,
      'people could not be looked up together; they are looked up in halves',
    );
    const middle = Math.ceil(people.length / 2);
    const one = await lookUp(context, { ...input, people: people.slice(0, middle) });
    const other = await lookUp(context, { ...input, people: people.slice(middle) });
    return {
      found: new Map([...one.found, ...other.found]),
      errors: new Map([...one.errors, ...other.errors]),
    };
  }
}
