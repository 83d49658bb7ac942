/**
 * The playground's JSON API, as the page, curl and tests share it. Types and paths only: this
 * file imports nothing, so that the browser can use it too. `docs/playground.md` shows each
 * route with curl.
 *
 * Times: `at` and `now` are ISO instants; `ts` is Slack's message id ('1767225600.000100').
 * Ids are Slack's own kinds: U… person, C… channel, D… direct message, V… view.
 */

/** Where each route lives. GET: state, events, clock. POST with a JSON body: all others. */
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
  /** Answered by the playground's main, not by the local Slack: GET Clock, POST MoveClock. */
  clock: '/playground/clock',
} as const;

// ── What there is ────────────────────────────────────────────────────────────────────────

/** Everything there is to see. GET /playground/state. */
export interface State {
  /** Grows with every change; a notice carries the revision it tells of. */
  revision: number;
  workspace: Workspace;
  app: AppInfo;
  people: Person[];
  channels: Channel[];
  /** Oldest first. Show a message to a person with `isVisibleTo`. */
  messages: Message[];
  /** What each person has open and typed, by person id. The bot has no seat. */
  seats: Record<string, Seat>;
  clock: { now: string };
  /** What Slack sent to the app, oldest first; the last 200. */
  requests: AppRequest[];
  /** What the app called, oldest first; the last 200. */
  calls: ApiCall[];
  /** What was refused, oldest first. A sound app has none. */
  refusals: Refusal[];
}

export interface Workspace {
  id: string;
  name: string;
  domain: string;
}

/** The app under test: its bot, and what it offers to a person. */
export interface AppInfo {
  id: string;
  name: string;
  botId: string;
  botUserId: string;
  connected: boolean;
  commands: { command: string; description: string; usageHint?: string }[];
  shortcuts: { callbackId: string; name: string; type: 'message' | 'global' }[];
}

export interface Person {
  id: string;
  /** The display name. */
  name: string;
  title: string;
  /** A CSS colour for the round with the initials. */
  avatarColour: string;
  /** An IANA time zone. */
  tz: string;
  /** 'en-GB', 'de-DE' … */
  locale: string;
  isAdmin: boolean;
  deleted: boolean;
  isBot: boolean;
  /** A guest: in some channels only. */
  isGuest: boolean;
  /** The workspace that they belong to, for a visitor whom Slack Connect brings here. */
  teamId?: string;
  email?: string;
}

export interface Channel {
  id: string;
  /** Without '#'. For a direct message: the person's name. */
  name: string;
  kind: 'channel' | 'dm';
  /** Person ids, the bot's included where it is a member. */
  members: string[];
}

/** A Block Kit block as the app sent it; block_id and action_id are filled in where it left them out. */
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
  /** The ts of the last edit. */
  edited?: string;
  /** Only this person sees it. */
  ephemeralTo?: string;
  threadTs?: string;
}

/** One person's screen. */
export interface Seat {
  /** The published App Home, if any. */
  home?: View;
  /** Open modals, bottom first; the last is on top. At most three. */
  modals: View[];
  /** What is chosen in messages, by `messageKey(message)`. */
  messageValues: Record<string, Values>;
  /** 'home' or a channel id: what the person looks at. */
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
  /** What the person has typed and chosen so far (initial values included). */
  values: Values;
  /** Messages under inputs by block_id, from `response_action: errors`. */
  errors: Record<string, string>;
  /** What Slack says above the view when the app failed to answer. */
  trouble?: string;
  /** A submission is under way. */
  busy: boolean;
}

/**
 * What a person gave an input, in plain words: text, date ('2026-03-02'), time ('14:30'),
 * the value of an option, the id of a person or channel; a list of these for checkboxes and
 * the multi selects; null for nothing. A datetimepicker takes unix seconds as text.
 */
export type InputValue = string | string[] | null;

/** By block_id, then action_id. */
export type Values = Record<string, Record<string, InputValue>>;

// ── What happened ────────────────────────────────────────────────────────────────────────

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

/** A call or an ack that Slack would not have taken. */
export interface Refusal {
  id: number;
  at: string;
  /** A Web API method, 'response_url', 'command ack', 'view_submission ack' or 'block_suggestion ack'. */
  where: string;
  /** Slack's error name. */
  error: string;
  /** Why, with JSON paths: 'blocks[2].text.text: longer than 3000 (3120)'. */
  reasons: string[];
}

// ── Change notices ───────────────────────────────────────────────────────────────────────

/** Sent by GET /playground/events as server-sent events named 'change'; then fetch the state. */
export interface ChangeNotice {
  revision: number;
  about: 'messages' | 'seats' | 'people' | 'requests' | 'refusals' | 'clock';
  /** Whom it concerns, where it concerns one person. */
  personId?: string;
}

// ── What a person can do: bodies of the POST routes ─────────────────────────────────────

export interface RunCommand {
  as: string;
  /** With the slash: '/ladder'. */
  command: string;
  text?: string;
  /** The channel it is typed in. Default: the person's DM with the app. */
  channel?: string;
}

/** Post a message as a person. */
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
 * Press a button, choose, or type. The value is kept as the person's input; the app is told
 * if the block isn't an input, or is one with `dispatch_action`.
 */
export interface TakeAction {
  as: string;
  container: Container;
  blockId: string;
  actionId: string;
  /** Leave out for a button. */
  value?: InputValue;
  /** Other inputs of the same container that changed since the last call. */
  values?: Values;
  /**
   * For text inputs. typing: a character was entered; enter: Enter was pressed.
   * The app is told if the input's dispatch_action_config asks for it. Default: typing.
   */
  trigger?: 'typing' | 'enter';
}

/** Ask for the options of an external select. */
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
  /** The cross that closes the whole stack. Default: only the top view. */
  all?: boolean;
}

/** Open the app's Home tab. */
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

/** Say what a person looks at: 'home' or a channel id. The DM and Home tell the app so. */
export interface MarkTab {
  as: string;
  tab: string;
}

/** Change a person; the app gets `user_change`. */
export interface ChangePerson {
  id: string;
  tz?: string;
  locale?: string;
  name?: string;
  deleted?: boolean;
  isGuest?: boolean;
}

/** Somebody new; the app gets `team_join`. What is left out is a plain full member. */
export type JoinPerson = Pick<Person, 'id' | 'name'> & Partial<Person>;

// ── Answers ──────────────────────────────────────────────────────────────────────────────

/** The answer to each POST. HTTP 400 with `ok: false` and `problem` if the body made no sense. */
export interface ActionItemResult {
  ok: boolean;
  /** What Slack tells the person when something went wrong. */
  problem?: string;
  /** The request sent to the app, if one was: its status and ack time. */
  request?: AppRequest;
  /** Whether the app was told. */
  dispatched: boolean;
  /** Messages under inputs by block_id (submit). */
  errors?: Record<string, string>;
  /** Where a command was answered in the ack, or a message was posted. */
  message?: Message;
}

export interface OptionsResult extends ActionItemResult {
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
  /** What is due next, soonest first. */
  upcoming: { at: string; to?: string; what: string }[];
}

/** POST /playground/clock; answers with the new Clock. The clock never goes back. */
export type MoveClock = { to: string } | { addMinutes: number } | { toNext: true };

// ── Small helpers that all sides need ────────────────────────────────────────────────────

/** The key of a message in `Seat.messageValues`. */
export function messageKey(message: { channel: string; ts: string }): string {
  return `${message.channel}:${message.ts}`;
}

/** Whether a person sees a message: a member of its channel, and not somebody else's ephemeral one. */
export function isVisibleTo(state: Pick<State, 'channels'>, message: Message, personId: string) {
  const channel = state.channels.find((one) => one.id === message.channel);
  if (!channel?.members.includes(personId)) return false;
  return message.ephemeralTo === undefined || message.ephemeralTo === personId;
}
