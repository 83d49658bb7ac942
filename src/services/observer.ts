/** The outcomes of a claimed delivery. */
export const deliveryEnds = [
  'sent',
  // Slack asked to wait, or was away before anything was posted: it is tried again.
  'retried',
  'limited',
  // It could not be made, and is tried again.
  'stumbled',
  'failed',
  'unknown',
  // Not yet: outside the person's working hours.
  'postponed',
  // The person is not available.
  'held',
  // Fresh data no longer ask for it.
  'dropped',
] as const;
type DeliveryEnd = (typeof deliveryEnds)[number];

/** Counts the outcomes of sending. Never throws. */
export interface Observer {
  /** Once a delivery, whatever the message holds besides; `kind` as in the table. */
  delivery(kind: string, end: DeliveryEnd): void;
  /** A run of the minute job ended on this instance after so many seconds. */
  minuteJob(outcome: 'done' | 'failed', seconds: number): void;
}
