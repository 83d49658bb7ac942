import type {
  ActionResult,
  ChangePerson,
  JoinPerson,
  MarkTab,
  OpenHome,
  RunShortcut,
} from '../../contract.js';
import type { Core } from '../core.js';
import { sendEvent } from '../delivery/events.js';
import {
  channelField,
  commonFields,
  messagePayload,
  teamField,
  userField,
  viewPayload,
} from '../delivery/payloads.js';
import { CannotDo } from '../state/cannot-do.js';
import type { Fields } from '../state/types.js';
import { userObject } from '../web-api/users.js';
import { memberChannel } from './command.js';
import { failureOf } from './failures.js';
import { findPlace } from './places.js';
import { dispatched, notDispatched, seatOf } from './results.js';

/** Lets a person run a global shortcut, or a message shortcut on a message. */
export async function runShortcut(core: Core, request: RunShortcut): Promise<ActionResult> {
  seatOf(core, request.as);
  const shortcut = core.app.shortcuts.find((one) => one.callbackId === request.callbackId);
  if (!shortcut) throw new CannotDo(`The app has no shortcut ${request.callbackId}.`);
  const onMessage = shortcut.type === 'message' ? messageFields(core, request) : {};
  const kind = shortcut.type === 'message' ? 'message_action' : 'shortcut';
  const payload = {
    type: kind,
    ...commonFields(core),
    team: teamField(core),
    user: userField(core, core.store.person(request.as)),
    enterprise: null,
    is_enterprise_install: false,
    callback_id: request.callbackId,
    trigger_id: core.triggers.make(request.as),
    action_ts: core.store.newTs(),
    ...onMessage,
  } as const;
  const ack = await core.deliver({ kind, what: request.callbackId, as: request.as, payload });
  if (failureOf(ack) === undefined) return dispatched(ack);
  return dispatched(ack, { problem: `${shortcut.name} did not work. Try again?` });
}

function messageFields(core: Core, { as, channel, ts }: RunShortcut): Fields {
  if (channel === undefined || ts === undefined) throw new CannotDo('On which message?');
  const { message } = findPlace(core, as, { type: 'message', channel, ts });
  if (!message || message.ephemeralTo !== undefined) {
    throw new CannotDo('Message shortcuts do not work on messages that only you see.');
  }
  return {
    channel: channelField(core, channel),
    message_ts: ts,
    message: messagePayload(core, message),
    response_url: core.responseUrls.make({ personId: as, channel, ts }),
  };
}

/** Lets a person open the app's Home. */
export async function openHome(core: Core, request: OpenHome): Promise<ActionResult> {
  return markTab(core, { as: request.as, tab: 'home' });
}

/** Lets a person open Home or a channel. The app gets an event for Home and the DM. */
export async function markTab(core: Core, { as, tab }: MarkTab): Promise<ActionResult> {
  const seat = seatOf(core, as);
  const dm = core.store.openDm(as).id;
  if (tab !== 'home') memberChannel(core, as, tab);
  seat.tab = tab;
  core.store.changed('seats', as);
  if (tab !== 'home' && tab !== dm) return notDispatched();
  const fields: Fields = { user: as, channel: dm, tab: tab === 'home' ? 'home' : 'messages' };
  if (tab === 'home' && seat.home) fields.view = viewPayload(core, seat.home);
  const ack = await sendEvent(core, 'app_home_opened', fields, { as });
  return ack ? dispatched(ack) : notDispatched();
}

/** Changes a person's profile; the app gets an event. */
export async function changePerson(core: Core, request: ChangePerson): Promise<ActionResult> {
  const person = core.store.people.get(request.id);
  if (!person) throw new CannotDo(`Nobody has the id ${request.id}.`);
  const { tz, locale, name, deleted, isGuest } = request;
  if (tz !== undefined) person.tz = checkedZone(tz);
  if (locale !== undefined) person.locale = locale;
  if (name !== undefined) person.name = name;
  if (deleted !== undefined) person.deleted = deleted;
  if (isGuest !== undefined) person.isGuest = isGuest;
  core.store.changed('people', person.id);
  const user = userObject(core, person, true);
  const ack = await sendEvent(core, 'user_change', { user, cache_ts: 0 }, { as: person.id });
  return ack ? dispatched(ack) : notDispatched();
}

/** Adds a person; the app gets an event. */
export async function joinPerson(core: Core, request: JoinPerson): Promise<ActionResult> {
  if (core.store.people.has(request.id)) throw new CannotDo(`${request.id} is here already.`);
  if (request.tz !== undefined) checkedZone(request.tz);
  const person = core.store.addPerson(request);
  const user = userObject(core, person, true);
  const ack = await sendEvent(core, 'team_join', { user });
  return ack ? dispatched(ack) : notDispatched();
}

function checkedZone(tz: string): string {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: tz });
    return tz;
  } catch {
    throw new CannotDo(`${tz} is not a time zone.`);
  }
}
