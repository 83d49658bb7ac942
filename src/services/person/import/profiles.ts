import type { PeopleRow } from '../../../domain/person/people-file.js';
import type { Directory, Profile } from '../../members.js';
import { mostAskedSingly } from '../profile-reader.js';
import { type ImportWatch, stopIfWanted } from './progress.js';

/** How many profiles are read from Slack at once. */
const readersAtOnce = 4;

function idsIn(rows: readonly PeopleRow[]): string[] {
  const ids = rows.flatMap(({ slackUserId, managerSlackUserId }) => [
    slackUserId,
    managerSlackUserId,
  ]);
  return [...new Set(ids)].filter((id) => /^[UW][A-Z0-9]+$/.test(id));
}

/** Returns the profiles of everybody in the rows. Throws what the directory throws. */
export async function readProfilesOf(
  directory: Directory,
  rows: readonly PeopleRow[],
  watch: ImportWatch,
): Promise<Map<string, Profile>> {
  const ids = idsIn(rows);
  const profiles =
    ids.length > mostAskedSingly ? await readAmongAll(directory, ids, watch) : new Map();
  const rest = ids.filter((id) => !profiles.has(id)).values();
  const reader = async () => {
    for (const id of rest) {
      stopIfWanted(watch);
      const profile = await directory.find(id);
      if (profile) profiles.set(id, profile);
    }
  };
  await Promise.all(Array.from({ length: readersAtOnce }, reader));
  return profiles;
}

/** Returns those of them that are in Slack's list. */
async function readAmongAll(
  directory: Directory,
  ids: string[],
  watch: ImportWatch,
): Promise<Map<string, Profile>> {
  const wanted = new Set(ids);
  const profiles = new Map<string, Profile>();
  let next: string | undefined;
  do {
    stopIfWanted(watch);
    const page = await directory.page(next);
    for (const profile of page.profiles) {
      if (wanted.has(profile.slackUserId)) profiles.set(profile.slackUserId, profile);
    }
    next = page.next;
    watch.onProgress?.({ step: 'reading profiles', done: profiles.size, total: wanted.size });
  } while (next !== undefined && profiles.size < wanted.size);
  return profiles;
}
