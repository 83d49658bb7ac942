import { isAddress, type PeopleRow } from '../../../domain/person/people-file.js';
import type { Directory, Profile } from '../../members.js';
import { mostAskedSingly } from '../profile-reader.js';
import { type ImportWatch, stopIfWanted } from './progress.js';

/** How many profiles are read from Slack at once. */
const readersAtOnce = 4;

/** The rows of a file with Slack ids for addresses, and the profiles of everybody in them. */
export interface RowsInSlack {
  rows: PeopleRow[];
  /** By Slack id. */
  profiles: Map<string, Profile>;
}

/**
 * Asks Slack about everybody in the rows. An address that Slack doesn't know stays one. Throws what
 * the directory throws, and ImportStopped.
 */
export async function findInSlack(
  directory: Directory,
  rows: readonly PeopleRow[],
  watch: ImportWatch = {},
): Promise<RowsInSlack> {
  const wanted = keysIn(rows);
  const found: Map<string, Profile> =
    wanted.length > mostAskedSingly ? await readAmongAll(directory, wanted, watch) : new Map();
  // Slack's list has everybody's address or, without the scope, nobody's.
  const hasAddresses = [...found.keys()].some(isAddress);
  const rest = wanted
    .filter((key) => !found.has(key) && !(hasAddresses && isAddress(key)))
    .values();
  const reader = async () => {
    for (const key of rest) {
      stopIfWanted(watch);
      const profile = await (isAddress(key) ? directory.findByEmail?.(key) : directory.find(key));
      if (profile) found.set(key, profile);
    }
  };
  await Promise.all(Array.from({ length: readersAtOnce }, reader));
  const idOf = (text: string) => found.get(keyOf(text))?.slackUserId ?? text;
  return {
    rows: rows.map((row) => ({
      ...row,
      slackUserId: idOf(row.slackUserId),
      managerSlackUserId: idOf(row.managerSlackUserId),
    })),
    profiles: new Map([...found.values()].map((profile) => [profile.slackUserId, profile])),
  };
}

function keyOf(text: string): string {
  return isAddress(text) ? text.toLowerCase() : text;
}

/** The ids and addresses of the rows. */
function keysIn(rows: readonly PeopleRow[]): string[] {
  const keys = rows.flatMap(({ slackUserId, managerSlackUserId }) => [
    keyOf(slackUserId),
    keyOf(managerSlackUserId),
  ]);
  return [...new Set(keys)].filter((key) => /^[UW][A-Z0-9]+$/.test(key) || isAddress(key));
}

/** Returns those of them that are in Slack's list. */
async function readAmongAll(
  directory: Directory,
  keys: string[],
  watch: ImportWatch,
): Promise<Map<string, Profile>> {
  const wanted = new Set(keys);
  const found = new Map<string, Profile>();
  let next: string | undefined;
  do {
    stopIfWanted(watch);
    const page = await directory.page(next);
    for (const profile of page.profiles) {
      for (const key of [profile.slackUserId, profile.email ?? '']) {
        if (wanted.has(key)) found.set(key, profile);
      }
    }
    next = page.next;
    watch.onProgress?.({ step: 'reading profiles', done: found.size, total: wanted.size });
  } while (next !== undefined && found.size < wanted.size);
  return found;
}
