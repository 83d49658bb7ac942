import { listVersions } from '../../services/framework/index.js';
import { withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { instantText } from '../time.js';

/** Prints the versions of the ladder, the newest first. */
export function printVersions(shell: Shell, json: boolean): Promise<void> {
  return withSession(shell, async ({ context, workspace }) => {
    const versions = await listVersions(context, workspace.id);
    if (json) return shell.out(JSON.stringify(versions, null, 2));
    shell.out(
      table(
        versions,
        [
          { title: 'Version', text: ({ number }) => String(number) },
          {
            title: 'Published',
            text: ({ publishedAt }) => instantText(publishedAt, shell.timeZone),
          },
          { title: 'By', text: ({ publishedBy }) => publishedBy },
          { title: 'Note', text: ({ note }) => note },
        ],
        shell,
      ),
    );
  });
}
