import { Command } from 'commander';
import { count } from '../../domain/text/count.js';
import { type AdminNudge, foreseeNudge, nudgePeople } from '../../services/reminder/index.js';
import { confirm } from '../confirm.js';
import { withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { userName } from '../user-name.js';

/** `cycle nudge`: shows first whom it would ask, and asks. */
export function nudgeCommand(shell: Shell): Command {
  return new Command('nudge')
    .description('ask people for their check-in, once a day at most and in their working hours')
    .argument('<name>', 'the cycle, like "Q1 2027"')
    .argument('[people...]', 'Slack ids, or whole names; nobody: all who have not sent theirs')
    .option('--yes', 'do it without asking')
    .action((name: string, people: string[], { yes }: { yes?: boolean }) =>
      nudge(shell, { name, people, yes }),
    );
}

interface Asked {
  name: string;
  people: string[];
  yes: boolean | undefined;
}

function nudge(shell: Shell, { yes, ...asked }: Asked): Promise<void> {
  return withSession(shell, async ({ context, workspace }) => {
    const input = { workspaceId: workspace.id, by: { operator: userName() }, ...asked };
    const foreseen = await foreseeNudge(context, input);
    shell.out(nudgeText(foreseen, 'Would ask'));
    if (foreseen.asked.length === 0) return;
    await confirm(shell, 'Ask them?', { yes: yes === true, nothing: 'Nobody is asked' });
    shell.out(nudgeText(await nudgePeople(context, input), 'Asked'));
    shell.out('A running server sends it within a minute, or as soon as they can be reached.');
  });
}

/** Says in sentences who is asked and who is not: "Would ask 3 people for their Q1 2027 check-in: …" */
function nudgeText(
  { cycle, asked, later, already, notNeeded }: AdminNudge,
  does: 'Would ask' | 'Asked',
): string {
  const whom = count(asked.length, 'person', 'people');
  const names = asked.map(({ name, slackUserId }) => name || slackUserId).join(', ');
  return [
    `${does} ${whom} for their ${cycle.name} check-in${names && `: ${names}`}.`,
    ...(later > 0 ? [`${later} of them later: outside their working hours, or away.`] : []),
    ...(already > 0 ? [`${already} not again: asked today, or about to be.`] : []),
    ...(notNeeded > 0 ? [`${notNeeded} not: they owe no check-in in it.`] : []),
  ].join('\n');
}
