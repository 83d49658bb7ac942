import type { Storage } from './storage.js';

// The product measures these waits by the database's clock. Tests move their beginning into the past
// instead of waiting.

/** Ends every claim, as if five minutes had passed since it was made. */
export async function letClaimsExpire({ query }: Storage): Promise<void> {
  await query(`
    UPDATE delivery SET claimed_at = claimed_at - interval '6 minutes' WHERE state = 'claimed'`);
}

/** Lets what waits for another try be due, and Slack's wish to wait be over. */
export async function letWaitsEnd({ query }: Storage): Promise<void> {
  await query(`UPDATE delivery SET due_at = now() WHERE state = 'due' AND due_at > now()`);
  await query(`
    UPDATE workspace_scheduler SET free_at = now() - interval '1 minute', slowdown = 1,
      limited_until = now() - interval '1 hour'`);
}

/** Lets the next server that starts plan and look for what is unknown, as if a minute had passed. */
export async function letMinutePass({ query }: Storage): Promise<void> {
  await query(`UPDATE workspace_scheduler SET planned_at = planned_at - interval '1 minute'`);
}

/** Lets messages of unknown outcome be old enough to be looked for, and for absence to count. */
export async function letUnknownAge({ query }: Storage): Promise<void> {
  await query(`
    UPDATE delivery SET claimed_at = now() - interval '15 minutes', looked_for_at = NULL,
      sent_at = sent_at - interval '15 minutes'
    WHERE state = 'unknown' AND claimed_at > now() - interval '14 minutes'`);
}
