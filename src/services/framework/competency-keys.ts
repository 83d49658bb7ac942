import { keyAfter } from '../../domain/framework/renames.js';
import type { Context } from '../context.js';

/** The keys of competencies in the version that a check-in is pinned to, and in the one in use. */
export interface CompetencyKeys {
  /** Returns the key that a competency of the pinned version has now. */
  now(pinned: string): string;
  /**
   * Returns the key by which the pinned version has what has this key now, the first where several
   * became one. Undefined where the pinned version has another competency under this key.
   */
  pinned(now: string): string | undefined;
}

const unchanged: CompetencyKeys = { now: (key) => key, pinned: (key) => key };

/**
 * Reads how competencies were renamed since a version. What people wrote into a check-in keeps the keys
 * of its version; all else moves along when a version is published.
 */
export async function readCompetencyKeys(
  { frameworks }: Pick<Context, 'frameworks'>,
  { workspaceId, frameworkVersionId }: { workspaceId: string; frameworkVersionId: string },
): Promise<CompetencyKeys> {
  const renames = await frameworks.renamesSince(workspaceId, frameworkVersionId);
  if (renames.length === 0) return unchanged;
  const { framework } = await frameworks.version(frameworkVersionId);
  const now = (key: string) => keyAfter(key, renames);
  const keys = framework.competencies.map(({ key }) => key);
  const before = new Map(keys.toReversed().map((key) => [now(key), key]));
  return {
    now,
    pinned: (key) => before.get(key) ?? (keys.includes(key) ? undefined : key),
  };
}
