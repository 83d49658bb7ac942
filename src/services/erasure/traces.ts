import type { Transaction } from '../../database/index.js';
import type { ToErase } from './found.js';

/** What the logs say instead of a name. */
export const erasedPerson = 'an erased person';

/** Takes a person's name and ids out of the logs, the list of admins and the ladder's versions. */
export async function eraseTraces(tx: Transaction, person: ToErase): Promise<void> {
  const { workspaceId, personId, name } = person;
  const pattern = patternOf(person);
  await tx.$executeRaw`
    UPDATE audit_log_entry SET
      subject = regexp_replace(subject, ${pattern}, ${erasedPerson}, 'g'),
      before = regexp_replace(before, ${pattern}, ${erasedPerson}, 'g'),
      after = regexp_replace(after, ${pattern}, ${erasedPerson}, 'g')
    WHERE workspace_id = ${workspaceId}::uuid
      AND (subject ~ ${pattern} OR before ~ ${pattern} OR after ~ ${pattern})`;
  await tx.$executeRaw`
    UPDATE framework_version SET published_by = '' WHERE workspace_id = ${workspaceId}::uuid
      AND published_by = ${name} AND published_by <> ''`;
  await tx.$executeRaw`
    UPDATE workspace SET admin_ids = array_remove(admin_ids, ${personId}::uuid)
    WHERE id = ${workspaceId}::uuid AND ${personId}::uuid = ANY(admin_ids)`;
}

/** A regular expression of Postgres for the person's name and ids where they stand as words. */
function patternOf({ personId, slackUserId, name }: ToErase): string {
  const words = [personId, slackUserId, name].filter((word) => word !== '').map(escaped);
  return `(?<![[:alnum:]_])(${words.join('|')})(?![[:alnum:]_])`;
}

function escaped(word: string): string {
  return word.replace(/[^\p{L}\p{N}\s]/gu, (mark) => `\\${mark}`);
}
