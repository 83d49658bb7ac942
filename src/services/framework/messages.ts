import { isChanged } from '../../domain/framework-version/role-change.js';
import type { Context } from '../context.js';
import { defineMessage } from '../delivery/index.js';
import type { ContentResult, MessageAt, PostedAt } from '../message.js';
import { changedRole } from './role-changes.js';

/** What a new version of the ladder changes for somebody in their role. */
export interface RoleChangedMessage {
  kind: 'role_changed';
  /** The id of the version that it is compared with, and its number. */
  since: string;
  sinceNumber: number;
  /** What the role is called, and what it was called; only `before` where it is gone. */
  title: { before: string; now: string | undefined };
  /** In how many of its competencies it asks something else. */
  competencies: number;
}

/** Which change: that of a version, against the one before it. */
interface WhichVersion {
  /** The id of the version before. */
  subjectId: string;
  /** The number of the version. */
  step: string;
}

/** To everybody on a role that a new version changes, or no longer has. */
export const roleChanged = defineMessage({ kind: 'role_changed', read, readAgain });

/** Compares with the newest version, so that one message covers several versions. */
async function read(
  { frameworks }: Context,
  { claim, recipient }: MessageAt<unknown, WhichVersion>,
): Promise<ContentResult<RoleChangedMessage>> {
  const { workspaceId, roleKey } = recipient;
  if (roleKey === null) return { drop: 'no_role' };
  // Another instance may have published it in this very minute.
  if (frameworks.current(workspaceId).number < Number(claim.step)) {
    await frameworks.refresh(workspaceId);
  }
  const before = await frameworks.version(claim.subjectId);
  const found = changedRole(roleKey, { before, now: frameworks.current(workspaceId) });
  const about = { kind: 'role_changed', since: before.id, sinceNumber: before.number } as const;
  if (found.kind === 'lost') {
    const title = { before: found.title, now: undefined };
    return { send: { ...about, title, competencies: 0 } };
  }
  if (found.kind === 'none' || !isChanged(found.change)) return { drop: 'overtaken' };
  const { change } = found;
  return {
    send: {
      ...about,
      title: { before: change.before.title, now: change.after.title },
      competencies: change.competencies.length,
    },
  };
}

/** The same once it is posted; nothing where its reader has another role by now. */
async function readAgain(
  context: Context,
  message: PostedAt<unknown, WhichVersion>,
): Promise<RoleChangedMessage | undefined> {
  const content = await read(context, message);
  return 'send' in content ? content.send : undefined;
}
