import type { LocalSlack } from '../../../playground/slack/index.js';
import type { GivenRequest, Sample } from './samples.js';

/** A kind of people who are none of ours, and how their requests look. */
export interface Stranger {
  who: string;
  userId: string;
  /** Whether anything is said to them: to apps and people who left it is not. */
  isTold: boolean;
  /** Guests and visitors of our workspace may look up roles. */
  isGuest?: boolean;
  /** Their requests say that they come from another workspace. */
  isElsewhere?: boolean;
  /** Leaves out requests that look the same as our own people's. */
  sends?: (sample: Sample) => boolean;
  /** What is other in their requests. */
  mark?: (request: GivenRequest) => GivenRequest;
}

type Fields = Record<string, unknown>;
const other = 'T0OTHER';

/** The same request with other fields; an event's user as well, where it is a whole one. */
function changed(
  { kind, payload }: GivenRequest,
  { body = {}, user = {} }: { body?: Fields; user?: Fields },
): GivenRequest {
  const event = payload.event as Fields | undefined;
  const isWhole = typeof event?.user === 'object';
  return {
    kind,
    payload: {
      ...payload,
      ...(payload.user !== undefined && { user: { ...(payload.user as Fields), ...user } }),
      ...(event &&
        isWhole && { event: { ...event, user: { ...(event.user as Fields), ...user } } }),
      ...body,
    },
  };
}

/** Whether a request says of its user which workspace they belong to. */
const tellsTeam = ({ kind, name }: Sample) => kind !== 'command' && name !== 'app_home_opened';

/** Those with the id of one of ours come first: they are the hardest to tell. */
export const strangers: readonly Stranger[] = [
  {
    who: 'somebody of another workspace, with an id of ours',
    ...{ userId: 'U0ROSA', isTold: true, isElsewhere: true },
    mark: (request) => {
      const { payload } = request;
      const body = {
        ...(payload.team_id !== undefined && { team_id: other }),
        ...(payload.team !== undefined && { team: { id: other, domain: 'other' } }),
      };
      return changed(request, { body, user: { team_id: other } });
    },
  },
  {
    who: 'an event’s context in another workspace, with an id of ours',
    ...{ userId: 'U0ROSA', isTold: true, isElsewhere: true },
    sends: ({ kind }) => kind === 'event',
    mark: (request) => changed(request, { body: { context_team_id: other } }),
  },
  {
    who: 'an event that another workspace has authorised, with an id of ours',
    ...{ userId: 'U0ROSA', isTold: true, isElsewhere: true },
    sends: ({ kind }) => kind === 'event',
    mark: (request) => changed(request, { body: { authorizations: [{ team_id: other }] } }),
  },
  {
    who: 'an installation for a whole organization, with an id of ours',
    ...{ userId: 'U0ROSA', isTold: true, isElsewhere: true },
    mark: (request) =>
      changed(request, {
        body: {
          is_enterprise_install: request.kind === 'command' ? 'true' : true,
          ...(request.payload.team !== undefined && { team: null, enterprise: { id: 'E0OTHER' } }),
        },
      }),
  },
  {
    who: 'another organization, with an id of ours',
    ...{ userId: 'U0ROSA', isTold: true, isElsewhere: true },
    sends: ({ kind }) => kind !== 'event',
    mark: (request) =>
      changed(request, {
        body:
          request.kind === 'command'
            ? { enterprise_id: 'E0OTHER' }
            : { enterprise: { id: 'E0OTHER', name: 'Other' } },
      }),
  },
  {
    who: 'a visitor, with an id of ours',
    ...{ userId: 'U0ROSA', isTold: true, isGuest: true },
    sends: tellsTeam,
    mark: (request) => changed(request, { user: { team_id: other } }),
  },
  {
    who: 'a visitor from another workspace',
    ...{ userId: 'U0VISITOR', isTold: true, isGuest: true },
  },
  { who: 'a guest', ...{ userId: 'U0GUEST', isTold: true, isGuest: true } },
  {
    who: 'somebody whom Slack doesn’t show',
    ...{ userId: 'U0NOBODY', isTold: true, isGuest: true },
    sends: ({ kind }) => kind === 'command',
  },
  { who: 'an app', ...{ userId: 'U0ROBOT', isTold: false } },
  { who: 'Slackbot', ...{ userId: 'USLACKBOT', isTold: false } },
  { who: 'Ladder itself', ...{ userId: 'U0LADDER', isTold: false } },
  { who: 'somebody who left before we knew them', ...{ userId: 'U0GONE', isTold: false } },
  {
    who: 'one of ours who left',
    ...{ userId: 'U0WREN', isTold: false },
    // Their profile is still ours to keep.
    sends: ({ name }) => name !== 'user_change',
  },
];

/** Puts them into the local Slack; of those who come from elsewhere Ladder hears nothing. */
export async function bringStrangers(slack: LocalSlack): Promise<void> {
  slack.meet({ id: 'U0GUEST', name: 'Gus Guest', isGuest: true });
  slack.meet({ id: 'U0VISITOR', name: 'Vera Visitor', teamId: other });
  slack.meet({ id: 'U0ROBOT', name: 'A Robot', isBot: true });
  slack.meet({ id: 'U0GONE', name: 'Gil Gone', deleted: true });
  await slack.deactivate('U0WREN');
}
