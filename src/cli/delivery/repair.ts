import { Command } from 'commander';
import { count } from '../../domain/text/count.js';
import { countWaiting, findDeliveryId, readDelivery } from '../../services/delivery/index.js';
import { UserFacingError } from '../../services/errors/index.js';
import { letAllGo, letGo, sendAgain } from '../../services/problem/index.js';
import { type Session, withSession } from '../session.js';
import { CommandFailed, type Shell } from '../shell.js';
import { sendingMessenger } from '../slack.js';
import { parseInstant } from '../time.js';
import { userName } from '../user-name.js';
import { isRetried, retriedText } from './repair-text.js';
import { stateText, titleText } from './text.js';

/** `deliveries retry`. */
export function retryCommand(shell: Shell): Command {
  return new Command('retry')
    .argument('<id...>', 'their ids, or the last characters of them')
    .description('send what failed, or what was perhaps sent and is not there in Slack')
    .option('--even-if-twice', 'send what was perhaps sent without looking whether it is there')
    .action((texts: string[], { evenIfTwice }: { evenIfTwice?: boolean }) =>
      withSession(shell, (session) =>
        retry(shell, session, { texts, evenIfTwice: evenIfTwice === true }),
      ),
    );
}

interface DropOptions {
  allDue?: boolean;
  kind?: string;
  before?: Date;
  yes?: boolean;
}

/** `deliveries drop`. */
export function dropCommand(shell: Shell): Command {
  const instant = (text: string) => parseInstant(text, shell.timeZone);
  return new Command('drop')
    .argument('[id...]', 'their ids, or the last characters of them')
    .description('give messages up that were not sent: they are never sent')
    .option('--all-due', 'instead of ids: all that wait, due or held')
    .option('--kind <kind>', 'with --all-due: only invitation, reminder, digest, nudge, brief …')
    .option('--before <datetime>', 'with --all-due: only those due before', instant)
    .option('--yes', 'with --all-due: do it, instead of saying how many it would be')
    .action((texts: string[], options: DropOptions) =>
      withSession(shell, (session) =>
        options.allDue
          ? dropAll(shell, session, { texts, ...options })
          : drop(shell, session, { texts, ...options }),
      ),
    );
}

async function retry(
  shell: Shell,
  { context, workspace, slack, noSlack }: Session,
  { texts, evenIfTwice }: { texts: string[]; evenIfTwice: boolean },
): Promise<void> {
  const workspaceId = workspace.id;
  const messenger = slack && sendingMessenger({ context, slack, noSlack });
  const by = { operator: userName() };
  let all = true;
  for (const id of await idsOf({ context, workspace }, texts)) {
    const input = { workspaceId, by, messageId: id, evenIfTwice };
    const retried = await sendAgain(context, messenger, input);
    const delivery = await readDelivery(context, { workspaceId, id });
    shell.out(`${titleText(delivery)}: ${retriedText(retried)}`);
    all &&= isRetried(retried);
  }
  if (!all) throw new CommandFailed();
}

async function drop(
  shell: Shell,
  { context, workspace }: Session,
  { texts, kind, before, yes }: DropOptions & { texts: string[] },
): Promise<void> {
  if (texts.length === 0 || kind !== undefined || before || yes) {
    throw new UserFacingError(
      'Say what to drop: ids, or --all-due with --kind, --before and --yes. Nothing was dropped.',
    );
  }
  const workspaceId = workspace.id;
  const by = { operator: userName() };
  let all = true;
  for (const id of await idsOf({ context, workspace }, texts)) {
    const dropped = await letGo(context, { workspaceId, by, messageId: id });
    const delivery = await readDelivery(context, { workspaceId, id });
    const said = dropped ? 'Dropped; it is never sent.' : `Not dropped. ${stateText(delivery)}`;
    shell.out(`${titleText(delivery)}: ${said}`);
    all &&= dropped;
  }
  if (!all) throw new CommandFailed();
}

async function dropAll(
  shell: Shell,
  { context, workspace }: Session,
  { texts, kind, before, yes }: DropOptions & { texts: string[] },
): Promise<void> {
  if (texts.length > 0) {
    throw new UserFacingError('Give either ids or --all-due, not both. Nothing was dropped.');
  }
  const filter = {
    workspaceId: workspace.id,
    ...(kind !== undefined && { kind }),
    ...(before && { before }),
  };
  if (yes) {
    const dropped = await letAllGo(context, { ...filter, by: { operator: userName() } });
    const them = dropped === 1 ? 'it is' : 'they are';
    return shell.out(`Dropped ${count(dropped, 'message', 'messages')}; ${them} never sent.`);
  }
  const waiting = await countWaiting(context, filter);
  if (waiting === 0) return shell.out('No such message waits. Nothing was dropped.');
  shell.out(
    `This would drop ${count(waiting, 'message that waits', 'messages that wait')}, for good. Add --yes to do it. Nothing was dropped.`,
  );
  throw new CommandFailed();
}

/** All of them are there, or nothing is done. */
async function idsOf(
  { context, workspace }: Pick<Session, 'context' | 'workspace'>,
  texts: readonly string[],
): Promise<string[]> {
  const ids = [];
  for (const text of texts) {
    ids.push(await findDeliveryId(context, { workspaceId: workspace.id, text }));
  }
  return [...new Set(ids)];
}
