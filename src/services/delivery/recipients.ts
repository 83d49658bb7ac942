import type { Database, Workspace } from '../../database/index.js';
import { toCycle } from '../cycle/index.js';
import { type Round, readFacts, roundOf } from '../reminder/facts.js';
import { teamStates } from '../team/index.js';
import type { ClaimedDelivery } from './claims.js';
import { notifiedLately } from './least-distance.js';
import { type Found, isForTeam } from './verdict.js';

/** What is needed of a message to look up what decides about it. */
export type Addressed = Pick<
  ClaimedDelivery,
  'id' | 'kind' | 'cycleId' | 'recipientId' | 'subjectId'
>;

/** What decides about each message, by the message's id: a fixed number of statements a cycle. */
export async function readRecipients(
  db: Database,
  { workspaceId, messages, at }: { workspaceId: string; messages: readonly Addressed[]; at: Date },
): Promise<Map<string, Found>> {
  const [workspace, rows, told] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }),
    db.cycle.findMany({ where: { workspaceId } }),
    notifiedLately(db, { messages, at }),
  ]);
  const cycles = rows.map(toCycle);
  const found = new Map<string, Found>();
  for (const cycle of cycles) {
    const mine = messages.filter(({ cycleId }) => cycleId === cycle.id);
    if (mine.length === 0) continue;
    const round = roundOf(workspace, cycle, cycles);
    for (const [id, one] of await findEach(db, workspace, { round, mine, at })) {
      found.set(id, { ...one, notifiedAt: told.get(id) });
    }
  }
  return found;
}

async function findEach(
  db: Database,
  workspace: Workspace,
  { round, mine, at }: { round: Round; mine: readonly Addressed[]; at: Date },
): Promise<[string, Found][]> {
  const { cycle } = round;
  const people = await db.person.findMany({
    where: { workspaceId: workspace.id, id: { in: mine.map(({ recipientId }) => recipientId) } },
  });
  const forTeam = new Set(mine.filter(isForTeam).map(({ recipientId }) => recipientId));
  const managers = people.filter(({ id }) => forTeam.has(id));
  const [recipients, teams] = await Promise.all([
    readFacts(db, { cycle, people, at }),
    managers.length > 0 ? teamStates(db, { cycle, managers, at }) : undefined,
  ]);
  const byId = new Map(recipients.map((recipient) => [recipient.person.id, recipient]));
  return mine.flatMap((message) => {
    const recipient = byId.get(message.recipientId);
    const team = teams?.get(message.recipientId);
    return recipient ? [[message.id, { round, recipient, team }] as [string, Found]] : [];
  });
}
