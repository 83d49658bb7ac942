import { UserFacingError } from '../../services/errors/index.js';
import { planEarly, sendEarly } from '../../services/reminder/index.js';
import type { Session } from '../session.js';
import { CommandFailed, type Shell } from '../shell.js';
import { sendingMessenger } from '../slack.js';
import { userName } from '../user-name.js';
import { earlyPlanText, earlySentText } from './early-text.js';

export interface EarlyOptions {
  cycle?: string;
  yes?: boolean;
}

/** `reminders send --early`. */
export async function sendEarlyCommand(
  shell: Shell,
  session: Session,
  { cycle: cycleName, yes }: EarlyOptions,
): Promise<void> {
  const { context, workspace, signal } = session;
  if (cycleName === undefined) {
    throw new UserFacingError(
      'Say of which cycle: --early --cycle "Q1 2027" (cycle list has their names). Nothing was sent.',
    );
  }
  const input = { workspaceId: workspace.id, cycleName };
  if (!yes) {
    shell.out(earlyPlanText(await planEarly(context, input)));
    throw new CommandFailed();
  }
  const sent = await sendEarly(context, sendingMessenger(session), {
    ...{ ...input, signal },
    by: { operator: userName() },
  });
  shell.out(earlySentText(sent, shell));
  if (sent.some(({ state }) => state !== 'sent')) throw new CommandFailed();
}
