import type { WebClient } from '@slack/web-api';
import type { Directory, Profile } from '../services/profiles.js';

/** As many as Slack recommends. */
const pageSize = 200;

/** A user as `users.info`, `users.list` and the events `user_change` and `team_join` carry it. */
export interface SlackUser {
  id?: string | undefined;
  name?: string | undefined;
  real_name?: string | undefined;
  tz?: string | undefined;
  locale?: string | undefined;
  deleted?: boolean | undefined;
  is_bot?: boolean | undefined;
  is_admin?: boolean | undefined;
  is_owner?: boolean | undefined;
  profile?: { display_name?: string | undefined; real_name?: string | undefined } | undefined;
}

/** Our copy of a Slack user; an event without a locale leaves the usual one. */
export function profileOf(user: SlackUser & { id: string }): Profile {
  const { display_name, real_name } = user.profile ?? {};
  return {
    slackUserId: user.id,
    name: display_name || real_name || user.real_name || user.name || '',
    timeZone: user.tz || 'UTC',
    locale: user.locale || 'en-US',
    isAdmin: Boolean(user.is_admin || user.is_owner),
    isBot: Boolean(user.is_bot),
    deactivated: Boolean(user.deleted),
  };
}

/** Reads people from Slack with the patient client. */
export function slackDirectory(client: WebClient): Directory {
  const list = (cursor?: string) =>
    client.users.list({ limit: pageSize, include_locale: true, ...(cursor && { cursor }) });
  return {
    async find(slackUserId) {
      try {
        const { user } = await client.users.info({ user: slackUserId, include_locale: true });
        return user ? profileOf({ ...user, id: slackUserId }) : undefined;
      } catch (error) {
        const reason = reasonOf(error);
        if (reason === 'user_not_found' || reason === 'user_not_visible') return undefined;
        throw error;
      }
    },
    async page(after) {
      const { members = [], response_metadata } = await list(after).catch((error) => {
        // Slack doesn't keep a place for ever: then it is the beginning again.
        if (after !== undefined && reasonOf(error) === 'invalid_cursor') return list();
        throw error;
      });
      const profiles = members.flatMap(({ id, ...user }) =>
        id === undefined ? [] : [profileOf({ ...user, id })],
      );
      return { profiles, next: response_metadata?.next_cursor || undefined };
    },
  };
}

function reasonOf(error: unknown): string | undefined {
  return (error as { data?: { error?: string } }).data?.error;
}
