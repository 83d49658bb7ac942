/** What became of a delivery that was claimed. */
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
  // The person wants quiet.
  'held',
  // Fresh data no longer ask for it.
  'dropped',
] as const;
export type DeliveryEnd = (typeof deliveryEnds)[number];

/** Is told what the sending of messages comes to, to count it. Never throws. */
export interface Observer {
  /** Once a delivery, whatever the message holds besides; `kind` as in the table. */
  delivery(kind: string, end: DeliveryEnd): void;
  /** A round of the minute's job ended on this instance after so many seconds. */
  round(outcome: 'done' | 'failed', seconds: number): void;
}
