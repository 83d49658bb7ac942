import { Command } from 'commander';
import { UserFacingError } from '../../services/errors/index.js';
import { previewReminders, sendReminders } from '../../services/reminder/index.js';
import { type Session, withSession } from '../session.js';
import { CommandFailed, type Shell } from '../shell.js';
import { sendingMessenger } from '../slack.js';
import { parseInstant } from '../time.js';
import { type EarlyOptions, sendEarlyCommand } from './early.js';
import { previewText, sentText } from './text.js';

/** `reminders preview` and `reminders send`. */
export function remindersCommand(shell: Shell): Command {
  const instant = (text: string) => parseInstant(text, shell.timeZone);
  const form = `2027-03-10T09:00; without a zone, the time in ${shell.timeZone}`;
  const reminders = new Command('reminders').description('invitations, reminders and digests');
  reminders
    .command('preview')
    .description('what would be sent to whom and when; sends and writes nothing')
    .option('--on <datetime>', `from then on instead of from now on: ${form}`, instant)
    .option('--json', 'print JSON')
    .action(({ on, json }: { on?: Date; json?: boolean }) =>
      withSession(shell, (session) =>
        preview(shell, session, { from: on ?? shell.clock.now(), json: json === true }),
      ),
    );
  reminders
    .command('send')
    .description('send what is due now and was not sent yet')
    .option('--early', "instead: send a cycle's next step today, before its day; needs --cycle")
    .option('--cycle <name>', 'with --early: the name of the cycle, like "Q1 2027"')
    .option('--yes', 'with --early: do it, instead of saying what it would do')
    .addHelpText('after', `\n${sendHelp}`)
    .action((options: EarlyOptions & { early?: boolean }) => {
      if (!options.early) refuseEarlyOptions(options);
      return withSession(shell, (session) =>
        options.early ? sendEarlyCommand(shell, session, options) : send(shell, session),
      );
    });
  return reminders;
}

const sendHelp = `What is due at another time, reminders preview --on tells; it is sent when that time has come.
With --early and without --yes nothing happens: it says whom it would write to, and ends with 1.`;

function refuseEarlyOptions({ cycle, yes }: EarlyOptions): void {
  if (cycle === undefined && !yes) return;
  throw new UserFacingError(
    '--cycle and --yes belong to --early, which sends before its day. Nothing was sent.',
  );
}

async function preview(
  shell: Shell,
  { context, workspace }: Session,
  { from, json }: { from: Date; json: boolean },
): Promise<void> {
  const messages = await previewReminders(context, { workspaceId: workspace.id, from });
  if (json) return shell.out(JSON.stringify(messages, null, 2));
  shell.out(previewText(messages, { from, timeZone: shell.timeZone, colours: shell.colours }));
}

async function send(shell: Shell, session: Session): Promise<void> {
  const { context, workspace, signal } = session;
  const at = shell.clock.now();
  const sent = await sendReminders(context, sendingMessenger(session), workspace.id, signal);
  shell.out(sentText(sent, { at, timeZone: shell.timeZone, colours: shell.colours }));
  if (sent.some(({ outcome }) => outcome !== 'sent')) throw new CommandFailed();
}
