import type { SendOutcome } from './messenger.js';
import { slowDown } from './rate-limit.js';
import { forgetRefusal, noteRefusal } from './refusals.js';
import type { Run } from './run.js';

/** Applies an outcome to the workspace's other messages: they wait, are sent slower, or go on. */
export async function applyOutcome(run: Run, outcome: SendOutcome, at: Date): Promise<void> {
  const { context, workspaceId } = run;
  if (outcome.state === 'limited') {
    const { afterMs } = outcome;
    run.waitMs = Math.max(run.waitMs ?? 0, afterMs);
    return slowDown(context.db, { workspaceId, afterMs });
  }
  if (outcome.state === 'retry') {
    const { reason, afterMs } = outcome;
    if (reason === undefined) return;
    if (run.refused === undefined) {
      context.log.warn(
        { workspace: workspaceId, reason },
        'Slack refuses the token or the app; nothing goes out until that is mended',
      );
    }
    run.refused = reason;
    await noteRefusal(context.db, workspaceId, {
      reason,
      until: new Date(at.getTime() + afterMs),
    });
    return;
  }
  if (outcome.state === 'sent' && !run.accepted) await forgetRefusal(context.db, workspaceId);
  run.accepted = true;
}
