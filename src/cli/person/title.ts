import { indexOf } from '../../domain/role/position.js';
import type { Session } from '../session.js';

/** Returns a role's title, or its key where the framework no longer has the role. */
export function titleOf({ context, workspace }: Session) {
  const roles = indexOf(context.frameworks.current(workspace.id).framework);
  return (key: string | undefined) =>
    key === undefined ? undefined : (roles.role(key)?.title ?? key);
}
