/**
 * Why a message was dropped, failed or is unknown, as the end of "because …".
 * @internal
 */
export const reasonWords: Record<string, string> = {
  // Dropped.
  cancelled: 'the review was cancelled',
  changed: 'what it was about has changed',
  confirmed: 'the conversation is confirmed already',
  dropped_by_operator: 'an operator dropped it',
  expired: 'it is too late for it',
  gone: 'what it was about is gone',
  has_role: 'they have picked their role',
  left: 'they are no longer in the workspace',
  manager_changed: 'somebody else is the manager now',
  own_change: 'they have changed it themselves since',
  no_access: 'its recipient may not see what it would tell',
  no_role: 'they have no role on the ladder',
  nothing_due: 'no action is due any more',
  nothing_to_do: 'there is nothing to do that it could tell of',
  overtaken: 'a later change has overtaken it',
  roles_by_admins: 'admins alone set roles',
  submitted: 'their check-in is in',
  superseded: 'another message said the same',
  // Failed.
  keeps_failing: 'making it went wrong again and again; the log says how',
  not_built: 'building it went wrong; the log says how',
  // Unknown.
  connection_lost: 'the connection to Slack broke off',
  edited: 'a message there was edited and may be this one',
  faded: 'it is so long ago that it may have been deleted since',
  fatal_error: 'Slack had an error of its own and may have posted it or not',
  internal_error: 'Slack had an error of its own and may have posted it or not',
  missing_scope: 'Ladder may not look for it: the scopes im:history and im:write are not granted',
  not_settled: 'looking for it in Slack did not tell whether it is there',
  restored: 'the data come from a backup, and it may have been sent since that was made',
  sending: 'Ladder was interrupted while sending it',
  timeout: 'Slack did not answer in time',
  unreadable_answer: "the answer was not one of Slack's, perhaps a proxy's",
  // Slack's refusals that have a plain meaning.
  app_uninstalled: 'the app is uninstalled from the workspace',
  channel_not_found: 'Slack knows nobody with this id',
  restricted_action: "a setting of the workspace doesn't let apps post there",
  user_disabled: 'their Slack account is deactivated',
  user_not_found: 'Slack knows nobody with this id',
};

/** A reason in words, as the end of "because …"; what has none is Slack's own code. */
export function reasonText(code: string): string {
  const status = /^http_(\d+)$/.exec(code)?.[1];
  if (status !== undefined) return `Slack answered with HTTP status ${status}`;
  return reasonWords[code] ?? `Slack refused it (${code})`;
}
