import { count } from '../../domain/text/count.js';
import { visible } from '../../domain/text/text.js';
import { type Removal, removePeople } from '../../services/person/index.js';
import { confirm } from '../confirm.js';
import type { Session } from '../session.js';
import type { Shell } from '../shell.js';
import { userName } from '../user-name.js';

/** Shows what taking people off the ladder does, asks, and does it. */
export async function remove(
  shell: Shell,
  { context, workspace }: Session,
  { people, yes }: { people: string[]; yes: boolean },
): Promise<void> {
  const input = { workspaceId: workspace.id, by: { operator: userName() }, people };
  shell.out(removalText(await removePeople(context, { ...input, foresee: true })));
  await confirm(shell, 'Take them off the ladder?', { yes, nothing: 'Nothing is changed' });
  const removed = await removePeople(context, { ...input, foresee: false });
  shell.out(`Took ${count(removed.people.length, 'person', 'people')} off the ladder.`);
}

function removalText({ people, reports }: Removal): string {
  const named = (some: Removal['people']) =>
    some
      .map(({ name, slackUserId }) => visible(`${name || slackUserId} (${slackUserId})`))
      .join(', ');
  return [
    `They would have no role and no manager, and be asked for nothing: ${named(people)}`,
    ...(reports.length > 0 ? [`These would have no manager: ${named(reports)}`] : []),
    'What they and others have written stays. They come back with a role that they choose or that a file gives them.',
  ].join('\n');
}
