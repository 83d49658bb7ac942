import { Command, InvalidArgumentError, Option } from 'commander';
import type { DeliveryState } from '../../database/index.js';
import {
  type DeliveryFilter,
  explainDelivery,
  findDeliveryId,
  listDeliveries,
  shortIds,
} from '../../services/delivery/index.js';
import { type Session, withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { parseInstant } from '../time.js';
import { dropCommand, retryCommand } from './repair.js';
import { listText } from './text.js';
import { whyText } from './why-text.js';
import { states } from './words.js';

/** `deliveries list`, `why`, `retry` and `drop`. */
export function deliveriesCommand(shell: Shell): Command {
  const deliveries = new Command('deliveries').description(
    'every message that was decided upon, and what became of it',
  );
  const commands = [listCommand(shell), whyCommand(shell), retryCommand(shell), dropCommand(shell)];
  for (const command of commands) deliveries.addCommand(command);
  return deliveries;
}

type ListOptions = Omit<DeliveryFilter, 'workspaceId' | 'states'> & {
  state?: DeliveryState[];
  limit: number;
  json?: boolean;
};

function listCommand(shell: Shell): Command {
  const instant = (text: string) => parseInstant(text, shell.timeZone);
  return new Command('list')
    .description('messages, the newest first')
    .option(
      '--state <states>',
      `one of ${states.join(', ')}; or several: failed,unknown`,
      parseStates,
    )
    .option('--person <who>', 'for whom: a Slack user id, or a name')
    .option('--kind <kind>', 'invitation, reminder, digest, nudge, brief …')
    .option('--cycle <name>', 'the cycle that they belong to: "Q1 2027"')
    .option('--since <datetime>', 'due then or later: 2027-03-10', instant)
    .addOption(new Option('--limit <number>', 'how many').default(50).argParser(parseLimit))
    .option('--json', 'print JSON')
    .action(({ json, ...options }: ListOptions) =>
      withSession(shell, (session) => list(shell, session, { ...options, json: json === true })),
    );
}

function whyCommand(shell: Shell): Command {
  return new Command('why')
    .argument('<id>', 'its id, or the last characters of it')
    .description('all about one message: how it stands, what comes next, what to do')
    .option('--json', 'print JSON')
    .action((text: string, { json }: { json?: boolean }) =>
      withSession(shell, (session) => why(shell, session, { text, json: json === true })),
    );
}

async function list(
  shell: Shell,
  { context, workspace }: Session,
  { json, state, ...options }: ListOptions,
): Promise<void> {
  const filter = { ...options, ...(state && { states: state }), workspaceId: workspace.id };
  const found = await listDeliveries(context, filter);
  if (json) return shell.out(JSON.stringify(found, null, 2));
  const { timeZone, colours } = shell;
  const ids = shortIds(found.deliveries.map(({ id }) => id));
  shell.out(listText(found, { ids, timeZone, colours }));
}

async function why(
  shell: Shell,
  { context, workspace }: Session,
  { text, json }: { text: string; json: boolean },
): Promise<void> {
  const workspaceId = workspace.id;
  const id = await findDeliveryId(context, { workspaceId, text });
  const now = shell.clock.now();
  const explained = await explainDelivery(context, { workspaceId, id, at: now });
  if (json) return shell.out(JSON.stringify(explained, null, 2));
  shell.out(whyText(explained, { timeZone: shell.timeZone, now }));
}

function parseStates(text: string): DeliveryState[] {
  const wanted = text.split(',').map((one) => one.trim());
  const known = states.filter((state) => wanted.includes(state));
  if (known.length === new Set(wanted).size) return known;
  throw new InvalidArgumentError(`Choose from ${states.join(', ')}.`);
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new InvalidArgumentError('Write a whole number, at least 1.');
}
