import { randomUUID } from 'node:crypto';
import type { Context } from '../context.js';

/** The author of drafts, for whom alone they are. */
interface Author {
  workspaceId: string;
  personId: string;
}

/** An input of a form. */
export interface FormField {
  /** The form's kind and the id of what it is about. */
  form: string;
  /** The input's name within it. */
  field: string;
}

const dayMs = 24 * 60 * 60_000;
/** What was typed and never sent is kept for so long. */
const keptMs = 30 * dayMs;
/** How long it is kept that something was sent, so that late typing doesn't come back. */
const emptyKeptMs = dayMs;

/** Keeps what somebody has typed in a form; `editedAt`: when. What was typed earlier never wins. */
export async function keepDraft(
  { db }: Pick<Context, 'db'>,
  { workspaceId, personId }: Author,
  { form, field, text, editedAt }: FormField & { text: string; editedAt: Date },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO form_draft (id, workspace_id, author_id, form, field, text, edited_at)
    VALUES (${randomUUID()}::uuid, ${workspaceId}::uuid, ${personId}::uuid, ${form}, ${field}, ${text},
      ${editedAt}::timestamptz)
    ON CONFLICT (author_id, form, field) DO UPDATE
    SET text = EXCLUDED.text, edited_at = EXCLUDED.edited_at
    WHERE form_draft.edited_at <= EXCLUDED.edited_at`;
}

/** Returns what somebody has typed in one form and not sent, by the input's name. */
export async function readDrafts(
  { db }: Pick<Context, 'db'>,
  { workspaceId, personId: authorId }: Author,
  form: string,
): Promise<Map<string, string>> {
  const rows = await db.formDraft.findMany({
    where: { workspaceId, authorId, form, text: { not: '' } },
    select: { field: true, text: true },
  });
  return new Map(rows.map(({ field, text }) => [field, text]));
}

/** Erases what stands in these inputs: it was sent, or cleared, at that instant. */
export async function discardDrafts(
  context: Pick<Context, 'db'>,
  author: Author,
  { fields, at }: { fields: readonly FormField[]; at: Date },
): Promise<void> {
  for (const field of fields) {
    await keepDraft(context, author, { ...field, text: '', editedAt: at });
  }
}

/** Erases what was typed long ago, and the traces of what was sent. `now`: by the real clock. */
export async function eraseOldDrafts(
  { db }: Pick<Context, 'db'>,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<void> {
  const before = (ms: number) => ({ lt: new Date(now.getTime() - ms) });
  await db.formDraft.deleteMany({
    where: {
      workspaceId,
      OR: [{ editedAt: before(keptMs) }, { text: '', editedAt: before(emptyKeptMs) }],
    },
  });
}
