import { dayFromDate } from '../../domain/time/day.js';

/** Errors of Slack's that are about the app and not about one workspace. */
const ofTheApp: ReadonlySet<string> = new Set([
  'bad_client_secret',
  'invalid_client',
  'invalid_client_id',
]);

/** Returns the words for the operator, the same in the log, `doctor` and `workspaces list`. */
export function renewalRefusedText({
  renewalRefused,
  tokenExpiresAt,
}: {
  renewalRefused: string;
  tokenExpiresAt: Date;
}): string {
  const until = `${dayFromDate(tokenExpiresAt)}, ${tokenExpiresAt.toISOString().slice(11, 16)} UTC`;
  const advice = ofTheApp.has(renewalRefused)
    ? "Compare SLACK_CLIENT_ID and SLACK_CLIENT_SECRET with the app's page Basic Information; it is tried again every ten minutes."
    : 'Install the app there again at /slack/install, before then if you can.';
  return `Slack refuses to renew the app's token (${renewalRefused}); it takes the one of now until ${until}. ${advice}`;
}
