import type { Transaction } from '../../database/index.js';
import { type Administrator, lockForAdmin, refreshAdmins, requireAdmin } from '../access/index.js';
import { recordChange } from '../audit-log/index.js';
import type { Context } from '../context.js';
import { noteErased } from '../erased/index.js';
import { isTransient, UserFacingError } from '../errors/index.js';
import { countErasure, type ErasureCounts, isRevealed } from './counts.js';
import { lockToErase, type ToErase } from './found.js';
import { requireLeft, stillHere } from './leaver.js';
import { eraseMessages } from './messages.js';
import { erasedPerson, eraseTraces } from './traces.js';

export interface ErasureInput {
  workspaceId: string;
  /** An admin erases people who have left, an operator whomever they are asked to. */
  by: Administrator;
  slackUserId: string;
  /** Only if they had left before, or the app had been uninstalled. */
  leftBefore?: Date;
}

/** A person who is erased, or would be. */
export interface Erasure extends ErasureCounts {
  /** Empty where it was never known. */
  name: string;
  slackUserId: string;
  /** Whether they have left the Slack workspace. */
  hasLeft: boolean;
}

/** Ends a transaction that is only to show what it would do. */
class Foreseen extends Error {
  constructor(readonly erasure: Erasure) {
    super('foreseen');
  }
}

/** An erasure may take as long, in milliseconds: nobody in Slack waits for it. */
const longestMs = 60_000;
/** So often it is tried where it and another change wait for each other. */
const mostAttempts = 4;

/** Returns what erasing a person would do, and changes nothing. Throws as `erasePerson` does. */
export async function foreseeErasure(context: Context, input: ErasureInput): Promise<Erasure> {
  await requireAdmin(context.db, input);
  await requireLeft(context, input);
  try {
    return await context.db.$transaction(async (tx) => {
      throw new Foreseen(await erase(tx, context, input));
    });
  } catch (error) {
    if (error instanceof Foreseen) return error.erasure;
    throw error;
  }
}

/**
 * Erases a person, in one transaction: their words, ratings, evidence, drafts, name and ids. What they
 * wrote about others and was shown to these stays, without their name. Nothing brings them back, since
 * a hash of their Slack id is kept. Throws UserFacingError, having changed nothing, where nobody is
 * known by this id, `by` is no admin, or an admin would erase somebody who is still here.
 */
export async function erasePerson(context: Context, input: ErasureInput): Promise<Erasure> {
  await requireAdmin(context.db, input);
  await requireLeft(context, input);
  const erasure = await retried(() =>
    context.db.$transaction((tx) => erase(tx, context, input), { timeout: longestMs }),
  );
  const { name: _, slackUserId: __, ...counts } = erasure;
  context.log.info({ workspace: input.workspaceId, ...counts }, 'a person was erased');
  return erasure;
}

async function erase(
  tx: Transaction,
  { clock }: Context,
  { workspaceId, by, slackUserId, leftBefore }: ErasureInput,
): Promise<Erasure> {
  await lockForAdmin(tx, { workspaceId, by });
  const person = await lockToErase(tx, { workspaceId, slackUserId });
  if (!person) {
    throw new UserFacingError(`Ladder knows nobody here as ${slackUserId}. Nothing is changed.`);
  }
  const { name, leftAt } = person;
  if (!('operator' in by) && leftAt === null) throw new UserFacingError(stillHere);
  if (leftBefore && !(await wasLeft(tx, { workspaceId, leftAt, before: leftBefore }))) {
    throw new UserFacingError('They have come back. Nothing is changed.');
  }
  const counts = await eraseRows(tx, person, clock.now());
  await recordChange(tx, {
    ...{ workspaceId, by, at: clock.now(), action: 'person_erased' as const },
    ...{ subject: erasedPerson, before: '', after: '' },
  });
  return { name, slackUserId, hasLeft: leftAt !== null, ...counts };
}

async function wasLeft(
  tx: Transaction,
  { workspaceId, leftAt, before }: { workspaceId: string; leftAt: Date | null; before: Date },
): Promise<boolean> {
  const { uninstalledAt } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { uninstalledAt: true },
  });
  return [leftAt, uninstalledAt].some((at) => at !== null && at < before);
}

/** Erases a person who is locked. */
async function eraseRows(tx: Transaction, person: ToErase, at: Date): Promise<ErasureCounts> {
  const { workspaceId, personId, ids } = person;
  const counts = await countErasure(tx, person);
  const messages = await eraseMessages(tx, person, at);
  const formDrafts = await tx.$executeRaw`
    DELETE FROM form_draft WHERE workspace_id = ${workspaceId}::uuid
      AND (author_id = ${personId}::uuid OR string_to_array(form, ':') && ${ids}::text[])`;
  // The manager of now does what the one before was to do.
  await tx.$executeRaw`
    UPDATE action_item SET owner_id = NULLIF(person.manager_id, ${personId}::uuid)
    FROM person WHERE action_item.owner_id = ${personId}::uuid AND state = 'open'
      AND person.id = action_item.person_id AND person.id <> ${personId}::uuid`;
  await tx.$executeRaw`
    DELETE FROM assessment WHERE author_id = ${personId}::uuid AND NOT ${isRevealed}`;
  await eraseTraces(tx, person);
  await noteErased(tx, person, at);
  // What is theirs goes along; where they are an author, an owner or a reader, nobody is named.
  await tx.person.delete({ where: { id: personId } });
  await refreshAdmins(tx, { workspaceId });
  return { ...counts, messages, formDrafts };
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === mostAttempts || !isTransient(error)) throw error;
    }
  }
}
