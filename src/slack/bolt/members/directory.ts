import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { fitName } from '../../../domain/text/text.js';
import { UserFacingError } from '../../../services/errors/index.js';
import type { Directory, Profile } from '../../../services/members.js';
import { type Standing, standingOf } from '../../../services/person/index.js';
import { findManagerField } from './manager-field.js';

/** As many as Slack recommends. */
const pageSize = 200;

const text = z.string().optional().catch(undefined);
const flag = z.boolean().default(false).catch(false);

/**
 * A user in `users.info`, `users.list` and the events `user_change` and `team_join`. Invalid fields
 * are dropped, so that they affect nobody else.
 */
const userSchema = z.object({
  team_id: text,
  // In an organization: all workspaces of it that they belong to.
  enterprise_user: z
    .object({ teams: z.array(z.string()) })
    .optional()
    .catch(undefined),
  name: text,
  real_name: text,
  tz: text,
  locale: text,
  deleted: flag,
  is_bot: flag,
  is_workflow_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  is_admin: flag,
  is_owner: flag,
  profile: z
    .object({ display_name: text, real_name: text, email: text })
    .optional()
    .catch(undefined),
});

/** Slack's own bot doesn't say that it is one. */
const slackbotId = 'USLACKBOT';

/**
 * Converts a Slack user to a profile, as seen from the workspace of this team id; an event without
 * a locale gets the usual one.
 */
export function profileOf(user: { id: string }, teamId: string): Profile {
  const read = userSchema.parse(user);
  const { display_name, real_name, email } = read.profile ?? {};
  const outside = outsideOf(read, teamId);
  return {
    slackUserId: user.id,
    name:
      [display_name, real_name, read.real_name, read.name].find((one) => fitName(one ?? '')) ?? '',
    timeZone: read.tz || 'UTC',
    locale: read.locale || 'en-US',
    isAdmin: (read.is_admin || read.is_owner) && outside === undefined,
    isBot: read.is_bot || read.is_workflow_bot || user.id === slackbotId,
    deactivated: read.deleted,
    ...(email && { email: email.toLowerCase() }),
    ...(outside && { outside }),
  };
}

/** What a user is to the workspace of this team id, as far as these facts say. */
export function standingOfUser(user: { id: string }, teamId: string): Standing {
  return standingOf(profileOf(user, teamId));
}

function outsideOf(user: z.infer<typeof userSchema>, teamId: string): Profile['outside'] {
  const { team_id = teamId, enterprise_user } = user;
  const belongs = team_id === teamId || enterprise_user?.teams.includes(teamId);
  if (user.is_stranger || !belongs) return 'visitor';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : undefined;
}

const noAddresses =
  "The file has e-mail addresses, and Slack does not show people's addresses to Ladder. Add the scope users:read.email to the Slack app and install it again, or give Slack ids. Nothing is changed.";

/** A Slack id is letters and digits; a user without one is ignored. */
const memberSchema = z.looseObject({ id: z.string().regex(/^\w+$/) });

/** Reads people from Slack with the background client, as the workspace of this team id sees them. */
export function slackDirectory(client: WebClient, teamId: string): Directory {
  const list = (cursor?: string) =>
    client.users.list({ limit: pageSize, include_locale: true, ...(cursor && { cursor }) });
  return {
    async find(slackUserId) {
      try {
        const { user } = await client.users.info({ user: slackUserId, include_locale: true });
        return user && profileOf({ ...user, id: slackUserId }, teamId);
      } catch (error) {
        const reason = reasonOf(error);
        if (reason === 'user_not_found' || reason === 'user_not_visible') return undefined;
        throw error;
      }
    },
    managerField: () => findManagerField(client),
    async findByEmail(email) {
      try {
        const { user } = await client.users.lookupByEmail({ email });
        return user?.id === undefined ? undefined : profileOf({ ...user, id: user.id }, teamId);
      } catch (error) {
        const reason = reasonOf(error);
        if (reason === 'users_not_found' || reason === 'invalid_email') return undefined;
        if (reason === 'missing_scope') throw new UserFacingError(noAddresses);
        throw error;
      }
    },
    async page(after) {
      const { members = [], response_metadata } = await list(after).catch((error) => {
        // Slack doesn't keep a place for ever: then it is the beginning again.
        if (after !== undefined && reasonOf(error) === 'invalid_cursor') return list();
        throw error;
      });
      const profiles = members.flatMap((member) => {
        const { success, data } = memberSchema.safeParse(member);
        return success ? [profileOf(data, teamId)] : [];
      });
      return { profiles, next: response_metadata?.next_cursor || undefined };
    },
  };
}

function reasonOf(error: unknown): string | undefined {
  return (error as { data?: { error?: string } }).data?.error;
}
