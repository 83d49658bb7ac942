import type { Command } from 'commander';
import { keepErasedList } from '../../erased-list-file.js';
import {
  type Erasure,
  erasePerson,
  erasureLines,
  foreseeErasure,
  letIn as letInAgain,
} from '../../services/erasure/index.js';
import { confirm } from '../confirm.js';
import { type Session, withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { userName } from '../user-name.js';

/** Adds `people erase` and `people readmit`. */
export function addErasure(people: Command, shell: Shell): void {
  people
    .command('erase')
    .argument('<slack-id>', 'the member id, like U024BE7LH')
    .description('erase a person who has left or asks for it, and whatever is kept about them')
    .option('--yes', 'do not ask')
    .action((id: string, { yes }: { yes?: boolean }) =>
      withSession(shell, (session) => erase(shell, session, { id, yes: yes === true })),
    );
  people
    .command('readmit')
    .argument('<slack-id>', 'the member id of a person who was erased')
    .description('let a person begin anew who was erased')
    .action((id: string) => withSession(shell, (session) => letIn(shell, session, id)));
}

async function erase(
  shell: Shell,
  { context, workspace, dataDirectory }: Session,
  { id: slackUserId, yes }: { id: string; yes: boolean },
): Promise<void> {
  const input = { workspaceId: workspace.id, by: { operator: userName() }, slackUserId };
  const foreseen = await foreseeErasure(context, input);
  shell.out(foreseenText(foreseen));
  await confirm(shell, 'Erase them for good?', { yes, nothing: 'Nothing is erased' });
  await erasePerson(context, input);
  await keepErasedList(context, dataDirectory);
  shell.out(
    `Erased. Their posts in Slack are deleted in the next minutes, as far as Slack takes that. Backups made until now still have them; what is restored with "ladder restore" is erased again by the list in ${dataDirectory}.`,
  );
}

function foreseenText(erasure: Erasure): string {
  const { name, slackUserId, hasLeft } = erasure;
  const who = `${name || slackUserId}${hasLeft ? '' : ', who is still here'}`;
  return [`${who}:`, ...erasureLines(erasure)].join('\n');
}

async function letIn(
  shell: Shell,
  { context, workspace }: Session,
  slackUserId: string,
): Promise<void> {
  await letInAgain(context, {
    ...{ workspaceId: workspace.id, by: { operator: userName() }, slackUserId },
  });
  shell.out('They can begin anew: with their next request, or in a file of people import.');
}
