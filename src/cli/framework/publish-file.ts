import { readCommandLineConfig } from '../../config.js';
import type { Framework } from '../../domain/framework/framework.js';
import { frameworkHash } from '../../domain/framework/hash.js';
import { type FrameworkChanges, frameworkChanges } from '../../domain/framework-version/changes.js';
import { UserFacingError } from '../../services/errors/index.js';
import { listVersions, peopleOnRoles, publishVersion } from '../../services/framework/index.js';
import { type Session, withSession } from '../session.js';
import { CommandFailed, type Shell } from '../shell.js';
import { userName } from '../user-name.js';
import { diffText } from './diff-text.js';
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
  const current = context.frameworks.current(workspaceId);
  if (current.hash === frameworkHash(framework)) {
    return shell.out(`This is version ${current.number}, which is in use. Nothing is changed.`);
  }
  const people = await peopleOnRoles(context, workspaceId);
  const peopleOn = (key: string) => people.get(key) ?? 0;
  const changes = frameworkChanges(current.framework, framework);
  shell.out(diffText(changes, peopleOn) || 'Only the order of things differs.');
  refuseIfNobodyStays(changes, people, options);
  await askFirst(shell, current.number + 1, options);
  const operator = userName();
  const { note = '', by: publishedBy = operator } = options;
  const published = await publishVersion(context, {
    ...{ workspaceId, framework, note, publishedBy, after: current.number },
    by: { operator },
    at: context.clock.now(),
  });
  const [, before] = await listVersions(context, workspaceId);
  shell.out(publishedText(published, { changes, peopleOn, before }));
}

/** A file of another company's, or of another format, is nearly always a slip. */
function refuseIfNobodyStays(
  { gone, roles }: FrameworkChanges,
  people: ReadonlyMap<string, number>,
  { evenIfNobodyStays }: PublishOptions,
): void {
  const lost = [...gone, ...roles.filter(({ by }) => by === 'title').map(({ before }) => before)];
  const losing = lost.reduce((sum, { key }) => sum + (people.get(key) ?? 0), 0);
  const all = [...people.values()].reduce((sum, one) => sum + one, 0);
  if (losing === 0 || losing < all || evenIfNobodyStays) return;
  throw new UserFacingError(
    `No role that anybody stands on is in this ladder: all ${all} would be without one. Give the roles the keys that they had, write was: below them, or add --even-if-nobody-stays. Nothing is changed.`,
  );
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
