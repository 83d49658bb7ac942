import { Command } from 'commander';
import { setAdmin } from '../../services/settings/index.js';
import { type Session, withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { userName } from '../user-name.js';
import { findOne, who } from './find.js';

/** `people admin add` and `people admin remove`. */
export function adminCommand(shell: Shell): Command {
  return new Command('admin')
    .description('who is an admin; settings show lists them')
    .addCommand(changeCommand(shell, { name: 'add', isAdmin: true }))
    .addCommand(changeCommand(shell, { name: 'remove', isAdmin: false }));
}

function changeCommand(shell: Shell, { name, isAdmin }: { name: string; isAdmin: boolean }) {
  return new Command(name)
    .argument('<person>', who)
    .description(isAdmin ? 'make somebody an admin' : 'somebody is an admin no longer')
    .action((person: string) =>
      withSession(shell, (session) => changeAdmin(shell, session, { person, isAdmin })),
    );
}

async function changeAdmin(
  shell: Shell,
  session: Session,
  { person: typed, isAdmin }: { person: string; isAdmin: boolean },
): Promise<void> {
  const { context, workspace } = session;
  const { id: personId } = await findOne(session, typed);
  const input = { workspaceId: workspace.id, by: { operator: userName() }, personId, isAdmin };
  const { from, to } = await setAdmin(context, input);
  shell.out(from === to ? `admins: ${to}, as it was` : `admins: ${from} → ${to}`);
}
