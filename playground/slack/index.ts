import type { AddressInfo } from 'node:net';
import type {
  ApiCall,
  AppRequest,
  ChangePerson,
  Message,
  Refusal,
  RequestKind,
  State,
} from '../contract.js';
import { type Core, readSettings } from './core.js';
import { type Ack, makeDeliver } from './delivery/deliver.js';
import { sendEvent } from './delivery/events.js';
import { SocketMode } from './delivery/socket-mode.js';
import { Faults } from './faults.js';
import { makeServer } from './http/server.js';
import { snapshot } from './http/snapshot.js';
import { addPastMessages, type PastPost } from './messages.js';
import type { LocalSlackOptions, PersonInput, Timing } from './options.js';
import { Actor } from './people/actor.js';
import { changePerson, joinPerson } from './people/shortcut.js';
import { Recording } from './recording.js';
import { ResponseUrls } from './state/response-urls.js';
import { Store } from './state/store.js';
import { Triggers } from './state/triggers.js';
import type { Fields } from './state/types.js';
import { userObject } from './web-api/users.js';

export type { LocalSlackOptions, Page, PersonInput, Timing } from './options.js';
export { checkPayload } from './payload/index.js';
export { Actor, type Outcome, type Where } from './people/actor.js';
export { visibleText } from './people/find.js';
export { Recording } from './recording.js';

/** A running local Slack. */
export interface LocalSlack {
  /** http://127.0.0.1:PORT, with the page and the JSON API. */
  url: string;
  /** The app's address of the Slack API: `${url}/api/`. */
  apiUrl: string;
  /** Faults to inject. */
  faults: Faults;
  rateLimits: { on: boolean };
  /** Slack's real-time limits; may be changed while it runs. */
  timing: Timing;
  /** The token that it takes now. */
  readonly botToken: string;
  readonly requests: AppRequest[];
  readonly calls: ApiCall[];
  readonly refusals: Refusal[];
  readonly messages: Message[];
  /** Sets the address of the app. */
  connectApp: (requestUrl: string) => void;
  /** Returns a person to act as. Throws for an unknown id. */
  as: (personId: string) => Actor;
  state: () => State;
  /**
   * Sends an event to the app, subscribed or not; resolves with the request of the first answer.
   */
  event: (type: string, fields: Fields) => Promise<AppRequest | undefined>;
  /** Signs and sends any payload to the app; resolves with its answer. */
  send: (kind: RequestKind, payload: Fields) => Promise<Ack>;
  /** Returns a trigger and a response_url, as a person's requests contain them. */
  waysToAnswer: (personId: string) => { trigger_id: string; response_url: string };
  /** Adds a person; the app gets `team_join`. */
  join: (person: PersonInput) => Promise<void>;
  /** Adds a person without an event, such as a visitor. */
  meet: (person: PersonInput) => void;
  /** Adds messages that the app posted before, oldest first; they count as read. */
  addPast: (posts: readonly PastPost[]) => void;
  /** Returns a person as in `users.info` and `user_change`. */
  user: (personId: string) => Fields;
  /** Deactivates a person; the app gets `user_change`. */
  deactivate: (personId: string) => Promise<void>;
  setTimeZone: (personId: string, tz: string) => Promise<void>;
  /** Changes a profile, or makes a person a guest; the app gets `user_change`. */
  change: (change: ChangePerson) => Promise<void>;
  /** Sends any text over the app's socket. */
  sendOnSocket: (text: string) => void;
  /** The ids of the envelopes that the app has acknowledged. */
  acknowledged: ReadonlySet<string>;
  /** Disconnects Socket Mode as Slack does routinely. */
  disconnectSockets: () => void;
  /** Waits for a condition and returns its value. Throws after `ms` (default 15,000). */
  waitFor: <T>(condition: () => T | undefined | false | null, ms?: number) => Promise<T>;
  /** Records everything that the app shows to anybody from now on. */
  record: () => Recording;
  /** Announces that the movable clock was moved. */
  clockMoved: () => void;
  close: () => Promise<void>;
}

/** Starts a local Slack on 127.0.0.1. Throws if the port is taken. */
export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const { core, sockets } = assemble(options);
  const { store } = core;
  const server = makeServer(core);
  sockets.attach(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  core.baseUrl = () => options.publicUrl ?? url;
  const change = async (given: ChangePerson) => {
    await changePerson(core, given);
  };
  return {
    url,
    apiUrl: `${url}/api/`,
    faults: core.faults,
    rateLimits: core.rateLimits,
    timing: core.timing,
    get botToken() {
      return options.botToken;
    },
    requests: store.requests,
    calls: store.calls,
    refusals: store.refusals,
    get messages() {
      return store.messages;
    },
    connectApp: (requestUrl) => {
      core.app.requestUrl = requestUrl;
      store.changed('requests');
    },
    as: (personId) => new Actor(core, personId),
    state: () => snapshot(core),
    event: async (type, fields) => (await sendEvent(core, type, fields, { anyway: true }))?.request,
    send: (kind, payload) => core.deliver({ kind, what: 'given', payload }),
    waysToAnswer: (personId) => ({
      trigger_id: core.triggers.make(personId),
      response_url: core.responseUrls.make({ personId, channel: store.openDm(personId).id }),
    }),
    join: async (input) => {
      await joinPerson(core, input);
    },
    meet: (input) => {
      store.addPerson(input);
    },
    addPast: (posts) => addPastMessages(core, posts),
    user: (personId) => userObject(core, store.person(personId), true),
    change,
    deactivate: (id) => change({ id, deleted: true }),
    setTimeZone: (id, tz) => change({ id, tz }),
    sendOnSocket: (text) => sockets.sendText(text),
    acknowledged: sockets.acknowledged,
    disconnectSockets: () => sockets.disconnect(),
    waitFor: (condition, ms) => waitFor(store, condition, ms),
    record: () => new Recording(store),
    clockMoved: () => store.changed('clock'),
    close: async () => {
      core.closed = () => true;
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function assemble(options: LocalSlackOptions): { core: Core; sockets: SocketMode } {
  const settings = readSettings(options);
  const { timing, app } = settings;
  const store = new Store(options, options.now ?? (() => new Date()));
  const tickets = new Set<string>();
  const sockets = new SocketMode(store, tickets, app.id);
  const requestUrl = () => app.requestUrl;
  const deliver = makeDeliver({
    options,
    timing,
    store,
    requestUrl,
    socket: () => sockets.current(),
  });
  const core: Core = {
    ...settings,
    options,
    store,
    tickets,
    deliver,
    triggers: new Triggers(() => timing.triggerMs),
    responseUrls: new ResponseUrls(
      () => timing.responseUrlMs,
      () => core.baseUrl(),
    ),
    faults: new Faults(),
    rateLimits: { on: options.rateLimits ?? false },
    isConnected: () => app.requestUrl !== undefined || sockets.current() !== undefined,
    baseUrl: () => '',
    closed: () => false,
  };
  return { core, sockets };
}

/** Checks after every change, and regularly for conditions outside of Slack. */
function waitFor<T>(
  store: Store,
  condition: () => T | undefined | false | null,
  ms = 15_000,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = () => {
      try {
        const value = condition();
        if (value === undefined || value === false || value === null) return;
        stop();
        resolve(value);
      } catch (error) {
        stop();
        reject(error);
      }
    };
    const poll = setInterval(check, 20);
    const giveUp = setTimeout(() => {
      stop();
      reject(new Error(`Waited ${ms} ms in vain for: ${condition}`));
    }, ms);
    const stop = () => {
      clearInterval(poll);
      clearTimeout(giveUp);
      store.listeners.delete(check);
    };
    store.listeners.add(check);
    check();
  });
}
