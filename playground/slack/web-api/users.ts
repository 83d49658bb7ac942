import type { Person } from '../../contract.js';
import type { Core } from '../core.js';
import { handleOf, teamOf } from '../delivery/payloads.js';
import type { Fields } from '../state/types.js';
import { ApiError, type Method, tiers } from './method.js';

const mostPeople = 1000;

/** The field of profiles in which a person's manager stands. */
export const managerFieldId = 'Xf0MANAGER';

/** users.* methods. */
export const userMethods: Record<string, Method> = {
  'users.info': {
    scopes: ['users:read'],
    args: ['user', 'include_locale'],
    required: ['user'],
    perMinute: tiers.four,
    run: (core, args) => {
      const person = core.store.people.get(args.text('user') ?? '');
      if (!person) throw new ApiError('user_not_found');
      return { user: userObject(core, person, args.flag('include_locale')) };
    },
  },
  'users.list': {
    scopes: ['users:read'],
    args: ['cursor', 'include_locale', 'limit', 'team_id'],
    perMinute: tiers.two,
    run: (core, args) => {
      const everyone = [...core.store.people.values()];
      const limit = args.number('limit') ?? 0;
      if (limit <= 0 && everyone.length > mostPeople) throw new ApiError('limit_required');
      const start = readCursor(args.text('cursor'), everyone.length);
      const end = limit > 0 ? start + Math.min(limit, mostPeople) : everyone.length;
      const members = everyone
        .slice(start, end)
        .map((person) => userObject(core, person, args.flag('include_locale')));
      const next_cursor = end < everyone.length ? makeCursor(end) : '';
      const cache_ts = Math.floor(core.store.now().getTime() / 1000);
      return { members, cache_ts, response_metadata: { next_cursor } };
    },
  },
  'users.profile.get': {
    scopes: ['users.profile:read'],
    args: ['user', 'include_labels'],
    perMinute: tiers.four,
    run: (core, args) => {
      const person = core.store.people.get(args.text('user') ?? '');
      if (!person) throw new ApiError('user_not_found');
      const { profile } = userObject(core, person, false);
      const { profileManager: value } = person;
      const fields = value === undefined ? {} : { [managerFieldId]: { value, alt: '' } };
      return { profile: { ...(profile as Fields), fields } };
    },
  },
  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    args: ['email'],
    required: ['email'],
    perMinute: tiers.three,
    run: (core, args) => {
      const asked = args.text('email')?.toLowerCase();
      const people = [...core.store.people.values()];
      const person = people.find((one) => !one.deleted && one.email?.toLowerCase() === asked);
      if (!person) throw new ApiError('users_not_found');
      return { user: userObject(core, person, false) };
    },
  },
};

/** Returns a user object. As in Slack, a person who left has no time zone and no roles. */
export function userObject(core: Core, person: Person, withLocale: boolean): Fields {
  const teamId = teamOf(core, person);
  const profile: Fields = {
    real_name: person.name,
    display_name: person.name,
    title: person.title,
    team: teamId,
  };
  if (person.email !== undefined && core.scopes.has('users:read.email')) {
    profile.email = person.email;
  }
  const base: Fields = {
    id: person.id,
    team_id: teamId,
    name: handleOf(person),
    deleted: person.deleted,
    real_name: person.name,
    profile,
    is_bot: person.isBot && person.id !== 'USLACKBOT',
    is_app_user: false,
    updated: Math.floor(core.store.now().getTime() / 1000),
  };
  if (person.deleted) return base;
  const user: Fields = {
    ...base,
    color: person.avatarColour.replace('#', ''),
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: zoneOffset(person.tz, core.store.now()),
    is_admin: person.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.isGuest,
    is_ultra_restricted: false,
    ...(person.teamId !== undefined && { is_stranger: true }),
  };
  if (withLocale) user.locale = person.locale;
  return user;
}

/** Returns the seconds east of UTC at an instant; 0 for an unknown zone, which tests use. */
function zoneOffset(timeZone: string, at: Date): number {
  if (!isZone(timeZone)) return 0;
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName');
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(parts?.value ?? '');
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -seconds : seconds;
}

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone }));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function makeCursor(index: number): string {
  return Buffer.from(`user:${index}`).toString('base64');
}

function readCursor(cursor: string | undefined, most: number): number {
  if (cursor === undefined || cursor === '') return 0;
  const match = /^user:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString());
  const index = Number(match?.[1] ?? Number.NaN);
  if (Number.isNaN(index) || index > most) throw new ApiError('invalid_cursor');
  return index;
}
