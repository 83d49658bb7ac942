import type { Framework } from '../../domain/framework/framework.js';
import { frameworkHash } from '../../domain/framework/hash.js';
import { type FrameworkChanges, frameworkChanges } from '../../domain/framework-version/changes.js';
import { diffText } from '../../domain/framework-version/diff-text.js';
import { effectOf, type VersionEffect } from '../../domain/framework-version/effect.js';
import { type Administrator, requireAdmin } from '../access/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { peopleOnRoles } from './people.js';
import { type Published, publishVersion } from './publishing.js';

/** A ladder that somebody who runs the reviews would like to be the next version. */
interface NextVersion {
  workspaceId: string;
  by: Administrator;
  framework: Framework;
}

/** What it would be. */
export interface ForeseenVersion {
  /** The number of the version in use, which it would follow. */
  after: number;
  hash: string;
  /** It is the version in use. */
  isSame: boolean;
  changes: FrameworkChanges;
  /** What differs, in lines. */
  differences: string;
  effect: VersionEffect;
}

/**
 * Returns what a ladder would be as the next version, and changes nothing. Throws UserFacingError for
 * everybody but admins and operators.
 */
export async function foreseeVersion(
  context: Context,
  { workspaceId, by, framework }: NextVersion,
): Promise<ForeseenVersion> {
  await requireAdmin(context.db, { workspaceId, by });
  const current = context.frameworks.current(workspaceId);
  const people = await peopleOnRoles(context, workspaceId);
  const changes = frameworkChanges(current.framework, framework);
  const hash = frameworkHash(framework);
  return {
    ...{ after: current.number, hash, isSame: hash === current.hash, changes },
    differences:
      diffText(changes, (key) => people.get(key) ?? 0) || 'Only the order of things differs.',
    effect: effectOf(changes, people),
  };
}

/**
 * Makes a ladder the next version. `shown` is what was foreseen; without `evenIfNobodyStays` it must leave
 * somebody on a role. Throws UserFacingError, and changes nothing, where that isn't so, where the ladder or
 * the version in use is another one than was foreseen, and for everybody but admins and operators.
 */
export async function publishForeseen(
  context: Context,
  next: NextVersion & { note?: string; publishedBy: string; evenIfNobodyStays?: boolean },
  shown: Pick<ForeseenVersion, 'after' | 'hash'>,
): Promise<Published & { effect: VersionEffect }> {
  const { evenIfNobodyStays = false, ...input } = next;
  const { hash, effect } = await foreseeVersion(context, next);
  if (hash !== shown.hash) {
    throw new UserFacingError(
      'This is another ladder than the one that you were shown. Nothing is changed; check it again.',
    );
  }
  if (effect.leavesNobody && !evenIfNobodyStays) throw new UserFacingError(nobodyStaysText(effect));
  const at = context.clock.now();
  return { ...(await publishVersion(context, { ...input, after: shown.after, at })), effect };
}

/** Nearly always a slip: a file of another company's, or with other keys. */
export function nobodyStaysText({ lost }: VersionEffect): string {
  return `No role that anybody stands on is in this ladder: all ${lost} would be without one. Give the roles the keys that they had, or write was: with the old key below them.`;
}
