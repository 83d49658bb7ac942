import { type Database, Prisma, type Transaction } from '../../database/index.js';
import type { Framework, FrameworkVersion } from '../../domain/framework/framework.js';
import { frameworkHash } from '../../domain/framework/hash.js';
import { type RenamedKey, renamedKeys } from '../../domain/framework/renames.js';
import type { Administrator } from '../access/index.js';
import { recordChange } from '../audit-log/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { markKinds } from '../redraw-mark/index.js';
import { roleChanged } from './messages.js';

/** The kinds whose posts name a role or the ladder; the others are of `services/person` and `services/reminder`. */
const namingRoles = [roleChanged.kind, 'role_set', 'place_asked', 'newcomer'];

export interface PublishInput {
  workspaceId: string;
  framework: Framework;
  note?: string;
  /** A name. */
  publishedBy?: string;
  /** The one who answers for it; the program that `publishedBy` names, if left out. */
  by?: Administrator;
  /** The number of the version that it is to follow; whichever is current, if left out. */
  after?: number | undefined;
  at?: Date;
}

/** A rename that people moved along with. */
interface PeopleMoved extends RenamedKey {
  people: number;
}

/** The result of publishing. */
export interface Published {
  version: FrameworkVersion;
  /** False where the current version was the same document already. */
  isNew: boolean;
  moved: PeopleMoved[];
}

/**
 * Stores a framework as the workspace's next version, unless it is the same document as the current
 * one. People on a role that has another key now move along, in the same transaction, and so do notes and
 * actions with a renamed competency. Throws UserFacingError, and changes nothing, if the current version is another one than `after`.
 */
export async function publish(db: Database, input: PublishInput): Promise<Published> {
  const { workspaceId, framework } = input;
  const hash = frameworkHash(framework);
  // Mostly it is the same as before, and finding that out needs no lock.
  const newest = await newestOf(db, workspaceId);
  if (newest?.hash === hash && (await hasRoleKeys(db, workspaceId, framework))) {
    return { version: { ...newest, framework }, isNew: false, moved: [] };
  }
  return db.$transaction(async (tx) => {
    // Of two that publish at once, the second must see what the first did.
    await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const before = await newestOf(tx, workspaceId);
    const isNew = before?.hash !== hash;
    if (isNew && input.after !== undefined && before?.number !== input.after) {
      throw new UserFacingError(
        `Somebody else has published version ${before?.number} meanwhile. Nothing is changed; look at the differences again.`,
      );
    }
    const row = isNew || !before ? await add(tx, input, { before, hash }) : before;
    const roleKeys = framework.roles.map(({ key }) => key);
    await tx.workspace.update({ where: { id: workspaceId }, data: { roleKeys } });
    const moved = await movePeople(tx, workspaceId, renamedKeys(framework.roles));
    await moveKept(tx, workspaceId, renamedKeys(framework.competencies));
    const at = input.at ?? new Date();
    if (isNew) await markKinds(tx, { workspaceId, kinds: namingRoles, at });
    if (isNew && before) await record(tx, { ...input, at }, [before.number, row.number]);
    const { id, number } = row;
    return { version: { id, number, hash, framework }, isNew, moved };
  });
}

/** Publishes beside a running server, and uses the new version here as well. See `publish`. */
export async function publishVersion(
  { db, frameworks }: Pick<Context, 'db' | 'frameworks'>,
  input: PublishInput,
): Promise<Published> {
  const published = await publish(db, input);
  await frameworks.refresh(input.workspaceId);
  return published;
}

function record(
  tx: Transaction,
  { workspaceId, by, publishedBy = '', at }: PublishInput & { at: Date },
  [before, after]: [number, number],
): Promise<void> {
  return recordChange(tx, {
    ...{ workspaceId, by: by ?? { operator: publishedBy }, action: 'ladder_published', at },
    ...{ subject: '', before: String(before), after: String(after) },
  });
}

type Newest = Pick<FrameworkVersion, 'id' | 'number' | 'hash'>;

function newestOf(
  db: Pick<Transaction, 'frameworkVersion'>,
  workspaceId: string,
): Promise<Newest | null> {
  return db.frameworkVersion.findFirst({
    where: { workspaceId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, hash: true },
  });
}

/** An instance of an older version of Ladder may have set them to those of another version. */
async function hasRoleKeys(
  db: Database,
  workspaceId: string,
  { roles }: Framework,
): Promise<boolean> {
  const where = { id: workspaceId, roleKeys: { equals: roles.map(({ key }) => key) } };
  return (await db.workspace.count({ where })) > 0;
}

async function add(
  tx: Transaction,
  { workspaceId, framework, note = '', publishedBy = '', at }: PublishInput,
  { before, hash }: { before: Newest | null; hash: string },
): Promise<Newest> {
  return tx.frameworkVersion.create({
    data: {
      ...{ workspaceId, hash, note, publishedBy },
      number: (before?.number ?? 0) + 1,
      document: { ...framework } as object,
      ...(at && { createdAt: at }),
      // The first version changes nobody's role.
      ...(!before && { announcedAt: at ?? new Date() }),
    },
    select: { id: true, number: true, hash: true },
  });
}

/** Gives the new key to everybody who has an old one, those who left too: they may come back. */
async function movePeople(
  tx: Transaction,
  workspaceId: string,
  renames: readonly RenamedKey[],
): Promise<PeopleMoved[]> {
  if (renames.length === 0) return [];
  return tx.$queryRaw<PeopleMoved[]>(Prisma.sql`
    WITH moved AS (
      UPDATE person SET role_key = renamed."to"
      FROM jsonb_to_recordset(${JSON.stringify(renames)}::jsonb) AS renamed ("from" text, "to" text)
      WHERE person.workspace_id = ${workspaceId}::uuid AND person.role_key = renamed."from"
      RETURNING renamed."from", renamed."to", person.left_at
    )
    SELECT "from", "to", (count(*) FILTER (WHERE left_at IS NULL))::int AS people
    FROM moved GROUP BY "from", "to" ORDER BY "from"`);
}

/** Gives the new key to what people kept or agreed on; what they wrote into check-ins stays as it is. */
async function moveKept(
  tx: Transaction,
  workspaceId: string,
  renames: readonly RenamedKey[],
): Promise<void> {
  for (const { from, to } of renames) {
    const where = { workspaceId, competencyKey: from };
    await tx.evidence.updateMany({ where, data: { competencyKey: to } });
    await tx.actionItem.updateMany({ where, data: { competencyKey: to } });
  }
}
