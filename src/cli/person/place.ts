import { Command } from 'commander';
import { readRole } from '../../domain/person/placement.js';
import { indexOf } from '../../domain/role/position.js';
import { UserFacingError } from '../../services/errors/index.js';
import {
  type PersonCard,
  type Place,
  placePerson,
  readPersonCard,
} from '../../services/person/index.js';
import { type Session, withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { parseDay } from '../time.js';
import { userName } from '../user-name.js';
import { findOne, who } from './find.js';
import { titleOf } from './role-title.js';
import { placeChanges } from './text.js';

const none = 'none';

interface SetOptions {
  role?: string;
  manager?: string;
  since?: string;
}

/** `people show` and `people set`. */
export function placeCommands(shell: Shell): Command[] {
  const show = new Command('show')
    .argument('<person>', who)
    .description("somebody's role, manager, since when, and whether they are an admin")
    .option('--json', 'print JSON')
    .action((person: string, { json }: { json?: boolean }) =>
      withSession(shell, (session) => showPerson(shell, session, person, json === true)),
    );
  const set = new Command('set')
    .argument('<person>', who)
    .description("set somebody's role, manager, or since when; what is left out stays")
    .option('--role <role>', `its key or title, or ${none}`)
    .option('--manager <person>', `${who}, or ${none}`)
    .option('--since <day>', `the day they took the role, like 2026-03-24, or ${none}`, dayOrNone)
    .action((person: string, options: SetOptions) =>
      withSession(shell, (session) => setPlace(shell, session, person, options)),
    );
  return [show, set];
}

function dayOrNone(text: string): string {
  return text === none ? none : parseDay(text);
}

async function showPerson(
  shell: Shell,
  session: Session,
  typed: string,
  json: boolean,
): Promise<void> {
  const { context, workspace } = session;
  const { id: personId } = await findOne(session, typed);
  const card = await readPersonCard(context, { workspaceId: workspace.id, personId });
  if (!card) throw new UserFacingError('They were removed just now.');
  const { id: _, ...shown } = card;
  if (json) return shell.out(JSON.stringify(shown, null, 2));
  shell.out(cardText(session, card));
}

function cardText(session: Session, card: PersonCard): string {
  const { name, slackUserId, lostRole, inRoleSince, managerSlackUserId } = card;
  const role = lostRole
    ? `${lostRole} (${card.roleKey}), which is no longer on the ladder`
    : (titleOf(session)(card.roleKey) ?? none);
  const manager = [card.managerName, managerSlackUserId].filter(Boolean).join(' ') || none;
  return [
    `${name || slackUserId} ${slackUserId}`,
    `  role     ${role}`,
    `  since    ${inRoleSince ?? none}`,
    `  manager  ${manager}${card.managerLeft ? ' (left)' : ''}`,
    `  reports  ${card.reports}`,
    `  admin    ${card.isAdmin ? 'yes' : 'no'}`,
  ].join('\n');
}

async function setPlace(
  shell: Shell,
  session: Session,
  typed: string,
  { role, manager, since }: SetOptions,
): Promise<void> {
  if (role === undefined && manager === undefined && since === undefined) {
    throw new UserFacingError('Say what to set: --role, --manager or --since.');
  }
  const { context, workspace } = session;
  const person = await findOne(session, typed);
  const change: Partial<Place> = {
    ...(role !== undefined && { roleKey: roleKey(session, role) }),
    ...(since !== undefined && { inRoleSince: since === none ? undefined : since }),
    ...(manager !== undefined && {
      managerSlackUserId:
        manager === none ? undefined : (await findOne(session, manager)).slackUserId,
    }),
  };
  const by = { operator: userName() };
  const placed = await placePerson(context, {
    ...{ workspaceId: workspace.id, by, personId: person.id, change },
  });
  const changes = placeChanges(placed, titleOf(session));
  shell.out(`${placed.name || placed.slackUserId}: ${changes.join('; ') || 'as it was'}`);
}

/** Returns the key of the role that was typed, undefined for none. Throws UserFacingError for no role. */
function roleKey({ context, workspace }: Session, typed: string): string | undefined {
  if (typed === none) return undefined;
  const index = indexOf(context.frameworks.current(workspace.id).framework);
  const role = readRole(typed, index);
  if (typeof role !== 'object') return role;
  throw new UserFacingError(`${role.problem} Nothing is changed.`);
}
