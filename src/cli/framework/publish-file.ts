import { readCommandLineConfig } from '../../config.js';
import type { Framework } from '../../domain/framework/framework.js';
import { UserFacingError } from '../../services/errors/index.js';
import {
  foreseeVersion,
  listVersions,
  nobodyStaysText,
  publishForeseen,
} from '../../services/framework/index.js';
import { type Session, withSession } from '../session.js';
import { CommandFailed, type Shell } from '../shell.js';
import { userName } from '../user-name.js';
import { readChecked } from './file.js';
import { publishedText } from './published-text.js';

/** What was said with `framework publish`. */
export interface PublishOptions {
  note?: string;
  by?: string;
  yes?: boolean;
  evenIfNobodyStays?: boolean;
}

/** Makes a ladder the next version, after showing what differs and asking. */
export async function publishFile(
  shell: Shell,
  file: string,
  options: PublishOptions,
): Promise<void> {
  const { frameworkFile } = readCommandLineConfig(shell.environment);
  if (frameworkFile !== undefined) {
    throw new UserFacingError(
      `FRAMEWORK_FILE is set, so the ladder comes from ${frameworkFile}. Change that file and restart Ladder, or unset FRAMEWORK_FILE to publish by hand. Nothing is changed.`,
    );
  }
  const framework = readChecked(shell, file);
  await withSession(shell, (session) => publishIn(shell, session, framework, options));
}

async function publishIn(
  shell: Shell,
  { context, workspace }: Session,
  framework: Framework,
  options: PublishOptions,
): Promise<void> {
  const workspaceId = workspace.id;
  const operator = userName();
  const next = { workspaceId, by: { operator }, framework };
  const foreseen = await foreseeVersion(context, next);
  const { after, isSame, changes, differences, effect } = foreseen;
  if (isSame) return shell.out(`This is version ${after}, which is in use. Nothing is changed.`);
  shell.out(differences);
  const { note = '', by: publishedBy = operator, evenIfNobodyStays = false } = options;
  if (effect.leavesNobody && !evenIfNobodyStays) {
    throw new UserFacingError(
      `${nobodyStaysText(effect)} Or add --even-if-nobody-stays. Nothing is changed.`,
    );
  }
  await askFirst(shell, after + 1, options);
  const input = { ...next, note, publishedBy, evenIfNobodyStays };
  const published = await publishForeseen(context, input, foreseen);
  const [, before] = await listVersions(context, workspaceId);
  shell.out(publishedText(published, { changes, before }));
}

async function askFirst(shell: Shell, number: number, { yes }: PublishOptions): Promise<void> {
  if (yes) return;
  if (!shell.ask) {
    shell.out(`Nothing is published yet. Add --yes to make it version ${number}.`);
    throw new CommandFailed();
  }
  if (await shell.ask(`Publish it as version ${number}?`)) return;
  shell.out('Nothing is published.');
  throw new CommandFailed();
}
