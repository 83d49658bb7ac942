import type { Framework } from './domain/framework/framework.js';
import { readFrameworkFile } from './framework-file.js';
import { projectPath } from './project-path.js';
import type { Log } from './services/context.js';
import { type Frameworks, UnreadableVersionError } from './services/framework/index.js';

/** Names of what published a version where no person did. */
const byFile = 'FRAMEWORK_FILE';
const byLadder = 'Ladder';

/** The path of the ladder that is version 1 where no other is given. */
export const builtInFrameworkFile = projectPath('ladders', 'business-operations.yaml');

/**
 * Makes the workspace's ladder current, at the start of a server. With a framework from a file, the
 * file is the source: it is published if it has changed. Without one, the newest version in the
 * database is used, and the built-in ladder becomes version 1 where there is none. Throws an Error in
 * words where no version can be read.
 */
export async function startFramework(
  frameworks: Frameworks,
  workspaceId: string,
  { framework, log, at }: { framework: Framework | undefined; log: Log; at: Date },
): Promise<void> {
  if (!framework) return useStored(frameworks, workspaceId, { file: undefined, at });
  const publishing = { workspaceId, framework, publishedBy: byFile, at };
  const { version, isNew, moved } = await frameworks.publish(publishing);
  if (!isNew) return;
  log.info(
    { workspace: workspaceId, version: version.number, moved },
    'the framework file has changed and is published',
  );
}

/**
 * Makes the newest version in the database current, for a program that publishes nothing by itself.
 * Where there is none, the file's or the built-in ladder becomes version 1.
 */
export async function useStored(
  frameworks: Frameworks,
  workspaceId: string,
  { file, at }: { file: string | undefined; at: Date },
): Promise<void> {
  try {
    if (await frameworks.refresh(workspaceId)) return;
  } catch (error) {
    if (error instanceof UnreadableVersionError) throw new Error(nothingReadable);
    throw error;
  }
  const framework = readFrameworkFile(file ?? builtInFrameworkFile);
  const publishedBy = file === undefined ? byLadder : byFile;
  const note = file === undefined ? 'the built-in ladder' : '';
  await frameworks.publish({ workspaceId, framework, publishedBy, note, at });
}

const nothingReadable =
  "No version of the ladder in the database can be read: it is damaged, or of a newer version of Ladder. Set FRAMEWORK_FILE to your ladder's file and start the server, or restore a backup.";
