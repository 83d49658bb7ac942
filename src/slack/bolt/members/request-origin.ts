import { z } from 'zod';
import type { Standing } from '../../../services/person/index.js';
import { standingOfUser } from './directory.js';

/** Where we are at home: our workspace, and the organization that it belongs to, if it does. */
export interface Ours {
  teamId: string;
  enterpriseId?: string | undefined;
}

/** The owner of a request, as far as the request itself says. */
export interface RequestOrigin {
  /** Somebody's of our workspace, or another workspace's. */
  place: 'here' | 'elsewhere';
  /** The actor; undefined for events without one. */
  userId?: string | undefined;
  /** The standing of its actor or of the person that it is about, as far as the request says. */
  standing?: Exclude<Standing, 'member'> | undefined;
}

const text = z.string().optional().catch(undefined);
const flag = z
  .unknown()
  .transform((value) => value === true || value === 'true')
  .optional();
const named = z.object({ id: text }).optional().catch(undefined);
const user = z.looseObject({ id: text, team_id: text }).optional().catch(undefined);
type User = NonNullable<z.infer<typeof user>>;

const bodySchema = z.object({
  team_id: text,
  team: named,
  enterprise_id: text,
  enterprise: named,
  is_enterprise_install: flag,
  context_team_id: text,
  authorizations: z
    .array(z.object({ team_id: text, is_enterprise_install: flag }))
    .optional()
    .catch(undefined),
  user_id: text,
  user,
  bot_id: text,
  event: z
    .object({
      user: z.unknown().optional(),
      user_team: text,
      bot_id: text,
      team: text,
    })
    .optional()
    .catch(undefined),
});
type Body = z.infer<typeof bodySchema>;

/** Reads whose request a body of Slack's is. */
export function originOf(raw: unknown, ours: Ours): RequestOrigin {
  const read = bodySchema.safeParse(raw);
  if (!read.success || !isHere(read.data, ours)) return { place: 'elsewhere' };
  const body = read.data;
  return body.event ? originOfEvent(body, ours) : originOfInteraction(body, ours);
}

function isHere(body: Body, { teamId, enterpriseId }: Ours): boolean {
  if (body.is_enterprise_install) return false;
  const teams = [body.team_id, body.team?.id, body.context_team_id].filter(isPresent);
  if (teams.length === 0 || teams.some((id) => id !== teamId)) return false;
  const enterprises = [body.enterprise_id, body.enterprise?.id].filter(isPresent);
  if (enterprises.some((id) => id !== enterpriseId)) return false;
  const { authorizations } = body;
  if (!authorizations || authorizations.length === 0) return true;
  return authorizations.some((one) => one.team_id === teamId && !one.is_enterprise_install);
}

function originOfInteraction(body: Body, ours: Ours): RequestOrigin {
  const userId = body.user_id ?? body.user?.id;
  if (userId === undefined || body.bot_id) return { place: 'here', userId, standing: 'app' };
  return { place: 'here', userId, standing: claimed({ ...body.user, id: userId }, body, ours) };
}

/**
 * An event's `user` is an id where it is the actor, and a whole user where the event is about them.
 */
function originOfEvent({ event, ...body }: Body, ours: Ours): RequestOrigin {
  const about = user.parse(event?.user);
  if (event?.bot_id) return { place: 'here', standing: 'app' };
  if (about) {
    return { place: 'here', standing: about.id ? subject(about, ours) : 'visitor' };
  }
  const userId = text.parse(event?.user);
  if (userId === undefined) return { place: 'here' };
  const team_id = event?.user_team ?? event?.team;
  return { place: 'here', userId, standing: claimed({ id: userId, team_id }, body, ours) };
}

/**
 * Returns the standing of the actor as far as the request says. Within our own organization a
 * person of another workspace may be a member of ours as well: only Slack can say.
 */
function claimed(raw: User, body: Body, ours: Ours): RequestOrigin['standing'] {
  const within = ours.enterpriseId !== undefined && body.enterprise?.id === ours.enterpriseId;
  const team_id = within ? ours.teamId : raw.team_id;
  const actor = { ...raw, id: raw.id ?? '', team_id };
  const standing = standingOfUser(actor, ours.teamId);
  return standing === 'member' ? undefined : standing;
}

/**
 * Returns the standing of the person that an event is about: our own guests and people who left are
 * left to the listener.
 */
function subject(raw: User, ours: Ours): RequestOrigin['standing'] {
  const standing = standingOfUser({ ...raw, id: raw.id ?? '' }, ours.teamId);
  return standing === 'visitor' || standing === 'app' ? standing : undefined;
}

function isPresent(id: string | undefined): id is string {
  return id !== undefined && id !== '';
}
