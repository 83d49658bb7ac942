import type {
  ActionItemResult,
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
import { hasUnsentChanges, seatOf, told } from './results.js';

/** A person runs a global shortcut, or a message shortcut on a message. */
export async function runShortcut(core: Core, given: RunShortcut): Promise<ActionItemResult> {
  seatOf(core, given.as);
  const shortcut = core.app.shortcuts.find((one) => one.callbackId === given.callbackId);
  if (!shortcut) throw new CannotDo(`The app has no shortcut ${given.callbackId}.`);
  const onMessage = shortcut.type === 'message' ? messageFields(core, given) : {};
  const kind = shortcut.type === 'message' ? 'message_action' : 'shortcut';
  const payload = {
    type: kind,
    ...commonFields(core),
    team: teamField(core),
    user: userField(core, core.store.person(given.as)),
    enterprise: null,
    is_enterprise_install: false,
    callback_id: given.callbackId,
    trigger_id: core.triggers.make(given.as),
    action_ts: core.store.newTs(),
    ...onMessage,
  } as const;
  const ack = await core.deliver({ kind, what: given.callbackId, as: given.as, payload });
  if (failureOf(ack) === undefined) return told(ack);
  return told(ack, { problem: `${shortcut.name} did not work. Try again?` });
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

/** A person opens the app's Home. */
export async function openHome(core: Core, given: OpenHome): Promise<ActionItemResult> {
  return markTab(core, { as: given.as, tab: 'home' });
}

/** A person looks at Home or a channel. Home and the DM tell the app so. */
export async function markTab(core: Core, { as, tab }: MarkTab): Promise<ActionItemResult> {
  const seat = seatOf(core, as);
  const dm = core.store.openDm(as).id;
  if (tab !== 'home') memberChannel(core, as, tab);
  seat.tab = tab;
  core.store.changed('seats', as);
  if (tab !== 'home' && tab !== dm) return hasUnsentChanges();
  const fields: Fields = { user: as, channel: dm, tab: tab === 'home' ? 'home' : 'messages' };
  if (tab === 'home' && seat.home) fields.view = viewPayload(core, seat.home);
  const ack = await sendEvent(core, 'app_home_opened', fields, { as });
  return ack ? told(ack) : hasUnsentChanges();
}

/** Changes a person's profile; the app hears of it. */
export async function changePerson(core: Core, given: ChangePerson): Promise<ActionItemResult> {
  const person = core.store.people.get(given.id);
  if (!person) throw new CannotDo(`Nobody has the id ${given.id}.`);
  const { tz, locale, name, deleted, isGuest } = given;
  if (tz !== undefined) person.tz = checkedZone(tz);
  if (locale !== undefined) person.locale = locale;
  if (name !== undefined) person.name = name;
  if (deleted !== undefined) person.deleted = deleted;
  if (isGuest !== undefined) person.isGuest = isGuest;
  core.store.changed('people', person.id);
  const user = userObject(core, person, true);
  const ack = await sendEvent(core, 'user_change', { user, cache_ts: 0 }, { as: person.id });
  return ack ? told(ack) : hasUnsentChanges();
}

/** Somebody new; the app hears of it. */
export async function joinPerson(core: Core, given: JoinPerson): Promise<ActionItemResult> {
  if (core.store.people.has(given.id)) throw new CannotDo(`${given.id} is here already.`);
  if (given.tz !== undefined) checkedZone(given.tz);
  const person = core.store.addPerson(given);
  const user = userObject(core, person, true);
  const ack = await sendEvent(core, 'team_join', { user });
  return ack ? told(ack) : hasUnsentChanges();
}

function checkedZone(tz: string): string {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: tz });
    return tz;
  } catch {
    throw new CannotDo(`${tz} is not a time zone.`);
  }
}
