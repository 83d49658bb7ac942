import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UserFacingError } from '../../services/errors/index.js';
import { exportFiles, readExport } from '../../services/export/index.js';
import { findNamed } from '../../services/named-people/index.js';
import { refuseUnwritable } from '../../system/private-file.js';
import { systemErrorText } from '../../system/system-error.js';
import { type Session, withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { userName } from '../user-name.js';
import { writeArchive } from './archive.js';
import { who } from './find.js';

/** Adds `people export`. */
export function addExport(people: Command, shell: Shell): void {
  people
    .command('export')
    .argument('<person>', `whose data: ${who}`)
    .argument('<file>', 'for example rosa.tar.gz; it must not exist yet')
    .description('write what is kept about a person, as far as they may see it, into a file')
    .action((person: string, file: string) =>
      withSession(shell, (session) => exportData(shell, session, { person, file: resolve(file) })),
    );
}

async function exportData(
  shell: Shell,
  { context, workspace }: Session,
  { person: typed, file }: { person: string; file: string },
): Promise<void> {
  if (existsSync(file)) throw new UserFacingError(`${file} exists already. Give a new name.`);
  const [person] = await findNamed(context.db, workspace.id, [typed], { alsoLeft: true });
  if (!person) throw new UserFacingError(`Nobody here is called ${typed}.`);
  try {
    await refuseUnwritable(file);
    const by = { operator: userName() };
    const data = await readExport(context, { workspaceId: workspace.id, personId: person.id, by });
    const madeAt = shell.clock.now();
    const name = person.name || person.slackUserId;
    await writeArchive(file, madeAt, exportFiles(data, { name, madeAt }));
    shell.out(
      `Wrote ${file}: data.html to read, and data.json for other programs. It holds what ${name} wrote and what others wrote about them: give it to them alone, and delete it then.`,
    );
  } catch (error) {
    const why = systemErrorText(error, { path: file });
    throw why === undefined ? error : new UserFacingError(`${why} Nothing was written.`);
  }
}
