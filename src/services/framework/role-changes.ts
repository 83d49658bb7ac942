import type { FrameworkVersion } from '../../domain/framework/framework.js';
import { roleBefore } from '../../domain/framework/renames.js';
import { type RoleChange, roleChange } from '../../domain/framework-version/role-change.js';
import { indexOf } from '../../domain/role/position.js';
import type { Context } from '../context.js';

/** How a person's role stands against an earlier version of the ladder. */
export type ChangedRole =
  | { kind: 'changed'; change: RoleChange; before: FrameworkVersion; now: FrameworkVersion }
  /** The ladder has had it, and has it no more. */
  | { kind: 'lost'; title: string }
  /** The person has none, or one that came later. */
  | { kind: 'none' };

/** Compares a role, by its key of today, with what it was in an earlier version. */
export function changedRole(
  roleKey: string | null | undefined,
  { before, now }: { before: FrameworkVersion; now: FrameworkVersion },
): ChangedRole {
  if (roleKey === null || roleKey === undefined) return { kind: 'none' };
  const [earlier, today] = [indexOf(before.framework), indexOf(now.framework)];
  const role = today.role(roleKey);
  if (!role) {
    const gone = earlier.role(roleKey);
    return gone ? { kind: 'lost', title: gone.title } : { kind: 'none' };
  }
  const was = roleBefore(before.framework, role);
  if (!was) return { kind: 'none' };
  const change = roleChange({ index: earlier, role: was }, { index: today, role });
  return { kind: 'changed', change, before, now };
}

/**
 * Reads what has changed in a person's own role since a version of their workspace's ladder.
 * Undefined if the workspace has no such version.
 */
export async function readRoleChange(
  { db, frameworks }: Pick<Context, 'db' | 'frameworks'>,
  { workspaceId, personId, since }: { workspaceId: string; personId: string; since: string },
): Promise<ChangedRole | undefined> {
  const [person, known] = await Promise.all([
    db.person.findFirst({ where: { id: personId, workspaceId }, select: { roleKey: true } }),
    db.frameworkVersion.count({ where: { id: since, workspaceId } }),
  ]);
  if (known === 0) return undefined;
  const before = await frameworks.version(since);
  await frameworks.refresh(workspaceId);
  return changedRole(person?.roleKey, { before, now: frameworks.current(workspaceId) });
}
