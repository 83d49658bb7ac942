import type { Framework } from '../../domain/framework/framework.js';
import { frameworkChanges } from '../../domain/framework-version/changes.js';
import { diffText } from '../../domain/framework-version/diff-text.js';
import { peopleOnRoles } from '../../services/framework/index.js';
import { withSession } from '../session.js';
import type { Shell } from '../shell.js';

/** Prints what differs from the ladder in use, with how many people stand on it. */
export async function diffToUsed(shell: Shell, framework: Framework): Promise<void> {
  await withSession(shell, async ({ context, workspace }) => {
    const current = context.frameworks.current(workspace.id);
    const people = await peopleOnRoles(context, workspace.id);
    const changes = frameworkChanges(current.framework, framework);
    const text = diffText(changes, (key) => people.get(key) ?? 0);
    shell.out(text || `It is the same as version ${current.number}, which is in use.`);
  });
}
