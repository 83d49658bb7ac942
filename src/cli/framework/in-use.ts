import type { Framework } from '../../domain/framework/framework.js';
import { withSession } from '../session.js';
import type { Shell } from '../shell.js';

/** The ladder in use. */
export function frameworkInUse(shell: Shell): Promise<Framework> {
  return withSession(shell, async ({ context, workspace }) =>
    Promise.resolve(context.frameworks.current(workspace.id).framework),
  );
}
