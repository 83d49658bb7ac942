import { Command } from 'commander';
import { type AuditedChange, listChanges } from '../../services/audit-log/index.js';
import { expiredText } from '../../services/retention/index.js';
import {
  changeSetting,
  changesMuch,
  foreseeSetting,
  type ListedSetting,
  listSettings,
} from '../../services/settings/index.js';
import { confirm } from '../confirm.js';
import { type Session, withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { instantText } from '../time.js';
import { userName } from '../user-name.js';
import { changeText, replannedText, totalsText } from './text.js';

/** `settings show`, `settings set` and `settings log`. */
export function settingsCommand(shell: Shell): Command {
  const settings = new Command('settings').description('what a workspace can set, and who set it');
  settings
    .command('show')
    .description('all settings with their values, defaults and effects')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) =>
      withSession(shell, (session) => show(shell, session, json === true)),
    );
  settings
    .command('set')
    .description(
      'change a setting; asks first where it changes dates of reviews, messages or what is erased',
    )
    .argument('<key>', 'like working_hours; settings show has them all')
    .argument('<value>', 'like 9-17')
    .option('--yes', 'change it without asking')
    .action((key: string, value: string, { yes }: { yes?: boolean }) =>
      withSession(shell, (session) => set(shell, session, { key, value, yes: yes === true })),
    );
  settings
    .command('log')
    .description('what admins and operators did: who, when, from and to')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) =>
      withSession(shell, (session) => log(shell, session, json === true)),
    );
  return settings;
}

async function show(shell: Shell, { context, workspace }: Session, json: boolean): Promise<void> {
  const settings = await listSettings(context, workspace.id);
  if (json) return shell.out(JSON.stringify(settings, null, 2));
  shell.out(
    table<ListedSetting>(
      settings,
      [
        { title: 'Setting', text: ({ key }) => key },
        { title: 'Value', text: ({ value }) => value },
        { title: 'Default', text: (one) => (one.default === one.value ? '' : one.default) },
        { title: 'What it does', text: ({ effect }) => effect },
      ],
      shell,
    ),
  );
}

async function set(
  shell: Shell,
  { context, workspace }: Session,
  { key, value, yes }: { key: string; value: string; yes: boolean },
): Promise<void> {
  const input = { workspaceId: workspace.id, by: { operator: userName() }, key, value };
  const foreseen = await foreseeSetting(context, input);
  const { cycles, totals, expired } = foreseen;
  if (cycles.length > 0) shell.out(replannedText(cycles, shell));
  if (totals.length > 0) shell.out(totalsText(totals, shell));
  if (expired.length > 0) shell.out(`The next night then erases ${expiredText(expired)}.`);
  if (changesMuch(foreseen)) {
    await confirm(shell, 'Change it?', { yes, nothing: 'Nothing is changed' });
  }
  shell.out(changeText(await changeSetting(context, input)));
}

/** So many changes are listed. */
const mostListed = 200;

async function log(shell: Shell, { context, workspace }: Session, json: boolean): Promise<void> {
  const changes = await listChanges(context, { workspaceId: workspace.id, most: mostListed });
  if (json) return shell.out(JSON.stringify(changes, null, 2));
  if (changes.length === 0) return shell.out('Nothing was changed yet.');
  shell.out(
    table<AuditedChange>(
      changes,
      [
        { title: 'When', text: ({ at }) => instantText(at, shell.timeZone) },
        { title: 'Who', text: ({ by }) => by },
        { title: 'What', text: ({ action }) => action.replaceAll('_', ' ') },
        { title: 'Of', text: ({ subject }) => subject },
        { title: 'From', text: ({ before }) => before },
        { title: 'To', text: ({ after }) => after },
      ],
      shell,
    ),
  );
}
