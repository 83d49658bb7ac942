import { basename } from 'node:path';
import { readPeopleFile } from '../../domain/person/people-file.js';
import { UserFacingError } from '../../services/errors/index.js';
import {
  changesIn,
  findInSlack,
  type ImportOutcome,
  importPeople,
  managersFromSlack,
} from '../../services/person/index.js';
import { slackDirectory } from '../../slack/bolt/members/directory.js';
import { readTextFile } from '../../system/text-file.js';
import { confirm } from '../confirm.js';
import type { Session } from '../session.js';
import { CommandFailed, type Shell } from '../shell.js';
import { readingClient } from '../slack.js';
import { userName } from '../user-name.js';
import { importProgress } from './progress.js';
import { titleOf } from './role-title.js';
import { factText, importText, problemsText } from './text.js';

export interface ImportOptions {
  dryRun?: boolean;
  most?: number;
  skipLeavers?: boolean;
  yes?: boolean;
  fromSlack?: boolean;
}

const nothing = 'Nothing is changed';

/** Shows what a file would change, asks, and imports it; with `--yes` it imports at once. */
export async function importFile(
  shell: Shell,
  session: Session,
  { file, fromSlack, yes, most, ...options }: ImportOptions & { file: string | undefined },
): Promise<void> {
  if ((file === undefined) === !fromSlack) {
    throw new UserFacingError('Give a file, or --from-slack for managers from Slack’s profiles.');
  }
  const run = await importing(shell, session, file);
  if (yes && !options.dryRun) return show(shell, session, await run({ ...options, most }));
  const foreseen = await run({ ...options, most, dryRun: true });
  show(shell, session, foreseen);
  const shown = changesIn(foreseen);
  if (options.dryRun) return shell.out(`${nothing}: this was a dry run.`);
  if (shown === 0) return;
  await confirm(shell, 'Import it?', { yes: false, nothing });
  // What was not shown is not done.
  shell.out(`Imported. ${factText(await run({ ...options, most: shown }))}`);
}

type Run = (how: Pick<ImportOptions, 'dryRun' | 'most' | 'skipLeavers'>) => Promise<ImportOutcome>;

/** Reads the file and asks Slack about it once. The function imports it, or throws CommandFailed. */
async function importing(shell: Shell, session: Session, file: string | undefined): Promise<Run> {
  const { context, workspace, slack, signal } = session;
  const progress = importProgress(shell);
  const watch = { stopping: signal, onProgress: progress.report };
  const by = { operator: userName() };
  const { rows, problems } =
    file === undefined ? { rows: [], problems: [] } : readPeopleFile(readText(file));
  const directory = slack && slackDirectory(readingClient(slack), workspace.slackTeamId);
  const inSlack = async () => {
    if (file !== undefined) return directory && findInSlack(directory, rows, watch);
    const whose = { workspaceId: workspace.id, by, ...watch };
    const managers = await managersFromSlack(context, directory, whose);
    const { label, without } = managers;
    shell.out(
      `Slack's field "${label}" names managers of ${managers.rows.length} of the ${without} people who have none.`,
    );
    return managers;
  };
  const { rows: foundRows, profiles } = (await inSlack().finally(progress.end)) ?? { rows };
  const found = { rows: foundRows, profiles };
  return async (how) => {
    const input = { workspaceId: workspace.id, by, problems, ...found, ...watch, ...how };
    const imported = await importPeople(context, input).finally(progress.end);
    if (!('problems' in imported)) {
      return file === undefined ? { ...imported, notInFile: [] } : imported;
    }
    shell.error(problemsText(file === undefined ? 'Slack' : basename(file), imported.problems));
    throw new CommandFailed();
  };
}

function show(shell: Shell, session: Session, outcome: ImportOutcome): void {
  shell.out(importText(outcome, titleOf(session)));
  if (session.slack) return;
  shell.out('Ids were not checked with Slack, because SLACK_BOT_TOKEN is not set.');
}

/**
 * Reads the file's text. Throws UserFacingError where that fails, with the line if there is one.
 */
function readText(path: string): string {
  const read = readTextFile(path, { wanted: 'a CSV file', mostMegabytes: 64 });
  if ('text' in read) return read.text;
  const { line, message } = read.problem;
  if (line === undefined) throw new UserFacingError(message);
  throw new UserFacingError(problemsText(basename(path), [{ line, message }]));
}
