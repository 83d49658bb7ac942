/**
 * The playground's JSON API, shared by the page, curl and tests. It has types and paths only and
 * imports nothing, so that the browser can use it. `docs/playground.md` shows each route with curl.
 *
 * Times: `at` and `now` are ISO instants; `ts` is Slack's message id ('1767225600.000100'). Ids are
 * Slack's own: U… person, C… channel, D… direct message, V… view.
 */

/** The path of each route. GET: state, events, clock. POST with a JSON body: all others. */
export const paths = {
  state: '/playground/state',
  events: '/playground/events',
  command: '/playground/command',
  message: '/playground/message',
  action: '/playground/action',
  options: '/playground/options',
  submit: '/playground/submit',
  close: '/playground/close',
  home: '/playground/home',
  shortcut: '/playground/shortcut',
  tab: '/playground/tab',
  person: '/playground/person',
  join: '/playground/join',
  upload: '/playground/upload',
  /** Served by the playground's main, not by the local Slack: GET Clock, POST MoveClock. */
  clock: '/playground/clock',
} as const;

// ── The state ────────────────────────────────────────────────────────────────────────────

/** The whole state. GET /playground/state. */
export interface State {
  /** Incremented with every change; a notice has the revision that it announces. */
  revision: number;
  workspace: Workspace;
  app: AppInfo;
  people: Person[];
  channels: Channel[];
  /** Oldest first. `isVisibleTo` decides which person sees a message. */
  messages: Message[];
  /** The ts up to which everybody has read their messages: those of the past. */
  readUntil: string;
  /** Each person's open views and inputs, by person id. The bot has none. */
  seats: Record<string, Seat>;
  clock: { now: string };
  /** Slack's requests to the app, oldest first; the last 200. */
  requests: AppRequest[];
  /** The app's calls, oldest first; the last 200. */
  calls: ApiCall[];
  /** What Slack would have refused, oldest first. A correct app has none. */
  refusals: Refusal[];
  /** Absent where there is one workspace, in which the app is. */
  several?: Several;
}

/** The other workspaces, and where the app is installed in this one. */
export interface Several {
  others: { name: string; url: string }[];
  installUrl: string;
}

export interface Workspace {
  id: string;
  name: string;
  domain: string;
}

/** The app under test: its bot, commands and shortcuts. */
export interface AppInfo {
  id: string;
  name: string;
  botId: string;
  botUserId: string;
  connected: boolean;
  commands: { command: string; description: string; usageHint?: string }[];
  shortcuts: { callbackId: string; name: string; type: 'message' | 'global' }[];
  /** People can't write to the app: its DM has no line to type in. */
  messagesReadOnly: boolean;
}

export interface Person {
  id: string;
  /** The display name. */
  name: string;
  title: string;
  /** A CSS colour for the avatar. */
  avatarColour: string;
  /** An IANA time zone. */
  tz: string;
  /** 'en-GB', 'de-DE' … */
  locale: string;
  isAdmin: boolean;
  deleted: boolean;
  isBot: boolean;
  /** A guest, who is in some channels only. */
  isGuest: boolean;
  /** The home workspace of a visitor from Slack Connect. */
  teamId?: string;
  email?: string;
  /** The manager who stands in their profile, by Slack id. */
  profileManager?: string;
}

export interface Channel {
  id: string;
  /** Without '#'. For a direct message: the person's name. */
  name: string;
  kind: 'channel' | 'dm';
  /** Person ids, including the bot's where it is a member. */
  members: string[];
}

/** A Block Kit block as the app sent it; missing block_id and action_id are filled in. */
export interface Block {
  type: string;
  block_id?: string;
  [field: string]: unknown;
}

export interface Message {
  channel: string;
  ts: string;
  /** Person id or the bot's user id. */
  from: string;
  text: string;
  blocks: Block[];
  at: string;
  /** The time of the last edit as a ts. */
  edited?: string;
  /** The only person who sees it. */
  ephemeralTo?: string;
  threadTs?: string;
  /** A file that the app shared; `path` serves its content. */
  file?: { id: string; name: string; path: string };
}

/** One person's screen. */
export interface Seat {
  /** The published App Home, if any. */
  home?: View;
  /** Open modals, bottom first; the last one is visible. At most three. */
  modals: View[];
  /** Choices in messages, by `messageKey(message)`. */
  messageValues: Record<string, Values>;
  /** 'home' or the id of the channel on screen. */
  tab: string;
}

export interface View {
  id: string;
  type: 'modal' | 'home';
  hash: string;
  callbackId: string;
  externalId?: string;
  title?: string;
  submit?: string;
  close?: string;
  notifyOnClose: boolean;
  blocks: Block[];
  /** The current inputs (initial values included). */
  values: Values;
  /** Messages under inputs by block_id, from `response_action: errors`. */
  errors: Record<string, string>;
  /** Slack's message above the view when the app failed to answer. */
  failure?: string;
  /** A submission is in progress. */
  busy: boolean;
}

/**
 * The value of an input in plain form: text, date ('2026-03-02'), time ('14:30'), the value of an
 * option, the id of a person or channel; a list of these for checkboxes and multi selects; null for
 * nothing. A datetimepicker takes unix seconds as text.
 */
export type InputValue = string | string[] | null;

/** By block_id, then action_id. */
export type Values = Record<string, Record<string, InputValue>>;

// ── The log ──────────────────────────────────────────────────────────────────────────────

export type RequestKind =
  | 'command'
  | 'block_actions'
  | 'view_submission'
  | 'view_closed'
  | 'block_suggestion'
  | 'shortcut'
  | 'message_action'
  | 'event';

/** One request from Slack to the app. `at` is real time, not the playground's clock. */
export interface AppRequest {
  id: number;
  at: string;
  kind: RequestKind;
  /** '/ladder senior', an action_id, a callback_id, an event's type. */
  what: string;
  as?: string;
  /** acked: 2xx in time. failed: another status. timeout: none in time. unreachable: no connection. */
  outcome: 'pending' | 'acked' | 'failed' | 'timeout' | 'unreachable';
  /** The HTTP status; absent without an answer. Over Socket Mode an ack counts as 200. */
  status?: number;
  /** Milliseconds from sending to the ack. */
  ackMs?: number;
  /** 0 for the first try of an event, then 1 to 3. */
  retry: number;
}

/** One Web API or response_url call of the app. */
export interface ApiCall {
  id: number;
  at: string;
  /** 'chat.postMessage' … or 'response_url'. */
  method: string;
  ok: boolean;
  error?: string;
  status: number;
}

/** A call or an ack that Slack would have refused. */
export interface Refusal {
  id: number;
  at: string;
  /** A Web API method, 'response_url', 'command ack', 'view_submission ack' or 'block_suggestion ack'. */
  where: string;
  /** Slack's error name. */
  error: string;
  /** The reasons with JSON paths: 'blocks[2].text.text: longer than 3000 (3120)'. */
  reasons: string[];
}

// ── Change notices ───────────────────────────────────────────────────────────────────────

/** Sent by GET /playground/events as server-sent events named 'change'; then fetch the state. */
export interface ChangeNotice {
  revision: number;
  about: 'messages' | 'seats' | 'people' | 'requests' | 'refusals' | 'clock';
  /** The person that it concerns, if only one. */
  personId?: string;
}

// ── What a person can do: bodies of the POST routes ─────────────────────────────────────

export interface RunCommand {
  as: string;
  /** With the slash: '/ladder'. */
  command: string;
  text?: string;
  /** The channel that it is typed in. Default: the person's DM with the app. */
  channel?: string;
}

/** Posts a message as a person. */
export interface PostMessage {
  as: string;
  channel: string;
  text: string;
}

export type Container =
  | { type: 'message'; channel: string; ts: string }
  | { type: 'view'; viewId: string }
  | { type: 'home' };

/**
 * Presses a button, chooses, or types. The value is stored as the person's input; the app gets a
 * request if the block is not an input, or is one with `dispatch_action`.
 */
export interface TakeAction {
  as: string;
  container: Container;
  blockId: string;
  actionId: string;
  /** Undefined for a button. */
  value?: InputValue;
  /** Other inputs of the same message or view that changed since the last call. */
  values?: Values;
  /**
   * For text inputs. typing: a character was entered; enter: Enter was pressed. The app gets a
   * request if the input's dispatch_action_config asks for it. Default: typing.
   */
  trigger?: 'typing' | 'enter';
}

/** Uploads a file, as for a file input. Its value is a list of the ids of files. */
export interface UploadFile {
  as: string;
  name: string;
  text: string;
}

export interface UploadResult extends ActionResult {
  fileId: string;
}

/** Requests the options of an external select. */
export interface LoadOptions {
  as: string;
  container: Container;
  blockId: string;
  actionId: string;
  /** What the person has typed into the select. */
  query: string;
}

export interface SubmitView {
  as: string;
  viewId: string;
  /** Inputs that changed since the last call. */
  values?: Values;
}

export interface CloseView {
  as: string;
  viewId: string;
  /** Closes the whole stack. Default: only the top view. */
  all?: boolean;
}

/** Opens the app's Home tab. */
export interface OpenHome {
  as: string;
}

export interface RunShortcut {
  as: string;
  callbackId: string;
  /** The message, for a message shortcut. */
  channel?: string;
  ts?: string;
}

/**
 * Sets what a person has on screen: 'home' or a channel id. The app gets an event for the DM and
 * Home.
 */
export interface MarkTab {
  as: string;
  tab: string;
}

/** Changes a person; the app gets `user_change`. */
export interface ChangePerson {
  id: string;
  tz?: string;
  locale?: string;
  name?: string;
  deleted?: boolean;
  isGuest?: boolean;
}

/** Adds a person; the app gets `team_join`. Missing fields are those of a plain full member. */
export type JoinPerson = Pick<Person, 'id' | 'name'> & Partial<Person>;

// ── Answers ──────────────────────────────────────────────────────────────────────────────

/** The answer to each POST. HTTP 400 with `ok: false` and `problem` for an invalid body. */
export interface ActionResult {
  ok: boolean;
  /** Slack's message to the person if something went wrong. */
  problem?: string;
  /** The request to the app, if there was one, with its status and ack time. */
  request?: AppRequest;
  /** Whether the app got a request. */
  dispatched: boolean;
  /** Messages under inputs by block_id (submit). */
  errors?: Record<string, string>;
  /** The message with which a command was answered in the ack, or that was posted. */
  message?: Message;
}

export interface OptionsResult extends ActionResult {
  options: SelectOption[];
  /** Present if the app answered with groups; `options` then has them all in order. */
  groups?: { label: string; options: SelectOption[] }[];
}

export interface SelectOption {
  text: string;
  value: string;
  description?: string;
}

// ── The clock (the playground's main) ────────────────────────────────────────────────────

/** GET /playground/clock. */
export interface Clock {
  now: string;
  /** The next messages, soonest first. */
  upcoming: { at: string; to?: string; what: string }[];
}

/** POST /playground/clock; answers with the new Clock. The clock never goes back. */
export type MoveClock = { to: string } | { addMinutes: number } | { toNext: true };

// ── Helpers for both sides ───────────────────────────────────────────────────────────────

/** Returns the key of a message in `Seat.messageValues`. */
export function messageKey(message: { channel: string; ts: string }): string {
  return `${message.channel}:${message.ts}`;
}

/**
 * Returns whether a person sees a message: as a member of its channel, unless it is ephemeral for
 * another person.
 */
export function isVisibleTo(state: Pick<State, 'channels'>, message: Message, personId: string) {
  const channel = state.channels.find((one) => one.id === message.channel);
  if (!channel?.members.includes(personId)) return false;
  return message.ephemeralTo === undefined || message.ephemeralTo === personId;
}
