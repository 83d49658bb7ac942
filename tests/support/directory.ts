import type { Directory, Profile } from '../../src/services/members.js';

/** Slack's list of people, as far as these go. */
export function directoryOf(...profiles: Profile[]): Directory {
  return {
    find: async (id) => profiles.find(({ slackUserId }) => slackUserId === id),
    findByEmail: async (email) => profiles.find((profile) => profile.email === email),
    page: async () => ({ profiles, next: undefined }),
  };
}
