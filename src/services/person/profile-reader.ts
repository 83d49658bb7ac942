import type { Context } from '../context.js';
import type { Directory, Profile } from '../members.js';
import { rememberProfiles } from './profiles.js';

/** Fewer people than that are asked about one by one, more by reading the whole workspace. */
export const mostAskedSingly = 50;
/** Slack allows some twenty a minute, and others may want some. */
const pagesAtOnce = 10;
const dayMs = 24 * 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;

/** Keeps our copies of a workspace's profiles fresh, a few with each call. */
export class ProfileReader {
  /** Where reading the workspace's list goes on; undefined: at its beginning. */
  #next: string | undefined;
  /** The profiles that could not be read, and when: they mustn't delay the others. */
  readonly #failedAt = new Map<string, number>();
  readonly #context: Context;
  readonly #directory: Directory;
  readonly #workspaceId: string;

  constructor(context: Context, directory: Directory, workspaceId: string) {
    this.#context = context;
    this.#directory = directory;
    this.#workspaceId = workspaceId;
  }

  /**
   * Reads profiles that were never read, and those older than a day, oldest first: fifty, and where
   * there are more, some two thousand of the workspace's people; the next call goes on from there.
   * Throws what the directory throws, after it has read what it could.
   */
  async refresh(): Promise<void> {
    const stale = await this.#stale(mostAskedSingly + 1);
    if (stale.length <= mostAskedSingly) return this.#readSingly(stale);
    try {
      await this.#readPages();
    } finally {
      await this.#readSingly(await this.#stale(mostAskedSingly));
    }
  }

  async #stale(most: number): Promise<string[]> {
    const now = this.#context.clock.now().getTime();
    for (const [id, at] of this.#failedAt) if (at < now - hourMs) this.#failedAt.delete(id);
    const rows = await this.#context.db.person.findMany({
      where: {
        workspaceId: this.#workspaceId,
        OR: [
          { profileReadAt: null },
          { profileReadAt: { lt: new Date(now - dayMs) }, leftAt: null },
        ],
        slackUserId: { notIn: [...this.#failedAt.keys()] },
      },
      orderBy: { profileReadAt: { sort: 'asc', nulls: 'first' } },
      take: most,
      select: { slackUserId: true },
    });
    return rows.map(({ slackUserId }) => slackUserId);
  }

  async #readPages(): Promise<void> {
    for (let count = 0; count < pagesAtOnce; count += 1) {
      const { profiles, next } = await this.#directory.page(this.#next);
      await rememberProfiles(this.#context, this.#workspaceId, profiles);
      this.#next = next;
      if (next === undefined) return;
    }
  }

  async #readSingly(slackUserIds: string[]): Promise<void> {
    for (const id of slackUserIds) {
      try {
        const profile = await this.#directory.find(id);
        await rememberProfiles(this.#context, this.#workspaceId, [profile ?? goneProfile(id)]);
      } catch (error) {
        this.#failedAt.set(id, this.#context.clock.now().getTime());
        throw error;
      }
    }
  }
}

/** Slack has no such id any more: the person counts as having left. */
function goneProfile(slackUserId: string): Profile {
  return {
    slackUserId,
    name: '',
    timeZone: 'UTC',
    locale: 'en-US',
    isAdmin: false,
    isBot: false,
    deactivated: true,
  };
}
