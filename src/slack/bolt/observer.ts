/** The kinds of what Slack asks. */
export const requestKinds = [
  'command',
  'action',
  'view',
  'shortcut',
  'options',
  'event',
  'other',
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** The facts of a request that are counted. */
export interface ObservedRequest {
  kind: RequestKind;
  over: 'http' | 'socket';
}

/** A call that Ladder made to Slack. */
interface ObservedCall {
  client: ClientName;
  /** A Web API method, or `response_url`. */
  method: string;
  /** `ok`, an error code of Slack's, `ratelimited`, `timeout`, `unreachable` or `http_503`. */
  outcome: string;
  seconds: number;
}

/**
 * The labels of the interactive client, the background client, and the one that opens the socket.
 */
export const clientNames = ['impatient', 'patient', 'socket'] as const;
export type ClientName = (typeof clientNames)[number];

/** Why a request was refused before its content was read. */
export const refusals = ['timestamp', 'replay', 'signature'] as const;
export type Refusal = (typeof refusals)[number];

/** Counts what happens between Slack and Ladder. Never throws. */
export interface SlackObserver {
  acknowledged(request: ObservedRequest, seconds: number): void;
  /** Once a request at most, three seconds after it came. */
  ackMissed(request: ObservedRequest): void;
  /** When everything that it set going has ended. */
  ended(request: ObservedRequest, outcome: 'answered' | 'failed'): void;
  refused(reason: Refusal): void;
  called(call: ObservedCall): void;
  /** Socket Mode only: whether the socket is open now. */
  socket(connected: boolean): void;
}
