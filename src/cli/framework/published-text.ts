import type { FrameworkChanges } from '../../domain/framework-version/changes.js';
import type { VersionEffect } from '../../domain/framework-version/effect.js';
import { count } from '../../domain/text/count.js';
import type { ListedVersion, Published } from '../../services/framework/index.js';

/** What publishing did, and what follows from it for people. */
export function publishedText(
  { version, moved, effect }: Published & { effect: VersionEffect },
  { changes, before }: { changes: FrameworkChanges; before: ListedVersion | undefined },
): string {
  const { notified, lost } = effect;
  const along = moved.reduce((sum, { people }) => sum + people, 0);
  const renamed = changes.competencies.rekeyed.filter(({ by }) => by === 'was').length;
  return [
    `It is version ${version.number} now. Running servers use it within a minute; check-ins that have begun keep theirs.`,
    ...(along > 0
      ? [`${count(along, 'person has', 'people have')} moved along to renamed roles.`]
      : []),
    ...(renamed > 0
      ? [
          `Ratings, notes and actions have moved along to ${count(renamed, 'renamed competency', 'renamed competencies')}.`,
        ]
      : []),
    ...(notified > 0
      ? [`${count(notified, 'person is', 'people are')} told what has changed in their role.`]
      : []),
    ...(lost > 0
      ? [
          `${count(lost, 'person stands', 'people stand')} on a role that is gone. They are asked to pick one; or set their roles with people import.`,
        ]
      : []),
    ...(before?.publishedBy === 'FRAMEWORK_FILE'
      ? [
          `Version ${before.number} came from FRAMEWORK_FILE. If that is still set for the server, its next start publishes that file again.`,
        ]
      : []),
  ].join('\n');
}
