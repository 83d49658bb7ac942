import { Command } from 'commander';
import { previewReminders, sendReminders } from '../services/reminders.js';
import { patientClient } from '../slack/clients.js';
import { slackMessenger } from '../slack/send.js';
import { previewText, sentText } from './reminders-text.js';
import { type Session, withSession } from './session.js';
import { type Shell, Unhappy } from './shell.js';
import { needSlack } from './slack.js';
import { parseInstant } from './time.js';

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
    .description('send what is due and was not sent yet')
    .option('--as-of <datetime>', `send what would be due then: ${form}`, instant)
    .action(({ asOf }: { asOf?: Date }) =>
      withSession(shell, (session) => send(shell, session, asOf ?? shell.clock.now())),
    );
  return reminders;
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

async function send(shell: Shell, { context, workspace, slack }: Session, at: Date): Promise<void> {
  const { botToken, ...how } = needSlack(slack);
  const { log } = context;
  const messenger = slackMessenger(patientClient(botToken, how), { ...how, log });
  const sent = await sendReminders(context, messenger, { workspaceId: workspace.id, at });
  shell.out(sentText(sent, { at, timeZone: shell.timeZone, colours: shell.colours }));
  if (sent.some(({ outcome }) => outcome !== 'sent')) throw new Unhappy();
}
