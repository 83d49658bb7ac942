import { Command } from 'commander';
import { expiredText, foreseeExpired } from '../../services/retention/index.js';
import { listSettings } from '../../services/settings/index.js';
import { readUninstalled, uninstalledText } from '../../services/workspace/index.js';
import { type Session, withSession } from '../session.js';
import type { Shell } from '../shell.js';

/** `retention preview`. */
export function retentionCommand(shell: Shell): Command {
  const retention = new Command('retention').description(
    'for how long reviews and people are kept',
  );
  retention
    .command('preview')
    .description('what would be erased in the next night; erases nothing')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) =>
      withSession(shell, (session) => preview(shell, session, json === true)),
    );
  return retention;
}

async function preview(
  shell: Shell,
  { context, workspace }: Session,
  json: boolean,
): Promise<void> {
  const expired = await foreseeExpired(context, workspace.id);
  if (json) return shell.out(JSON.stringify(expired, null, 2));
  const settings = await listSettings(context, workspace.id);
  for (const { key, value } of settings) if (key.startsWith('keep_')) shell.out(`${key}: ${value}`);
  const uninstalled = await readUninstalled(context, workspace.id);
  if (uninstalled) shell.out(uninstalledText(uninstalled));
  shell.out(
    expired.length === 0
      ? 'Nothing is old enough to be erased.'
      : `The next night erases ${expiredText(expired)}.`,
  );
}
