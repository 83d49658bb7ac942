import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { decodeFile } from '../../domain/text/file-text.js';
import { UserFacingError } from '../../services/errors/index.js';
import { fetchThrough, type SlackEndpoint } from './web-api/proxy.js';

/** The files that people upload in Ladder's forms. */
export interface SharedFiles {
  /** Whether the Slack app has the scope for them. */
  areReadable(): Promise<boolean>;
  /** Returns a file's text. Throws UserFacingError where it is none, or too large, or gone. */
  read(fileId: string): Promise<string>;
}

const mostBytes = 5 * 1024 * 1024;
const longestMs = 30_000;

const fileSchema = z.object({ size: z.number(), url_private_download: z.url() });

/** Reads files with the background client. They are read where they are, and not kept. */
export function slackFiles(
  client: WebClient,
  { botToken, ...endpoint }: SlackEndpoint & { botToken: string },
): SharedFiles {
  const fetch = fetchThrough(endpoint.proxy);
  return {
    areReadable: () => isGranted(client, 'files:read'),
    async read(fileId) {
      const { data: file } = fileSchema.safeParse(await findFile(client, fileId));
      if (!file || !isSlacks(file.url_private_download, endpoint)) {
        throw new UserFacingError("Slack doesn't give me that file. Upload it again.");
      }
      if (file.size > mostBytes) throw tooLarge();
      const response = await fetch(file.url_private_download, {
        headers: { authorization: `Bearer ${botToken}` },
        signal: AbortSignal.timeout(longestMs),
      });
      if (!response.ok) throw new Error(`Slack answered ${response.status} for a file`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (bytes.length > mostBytes) throw tooLarge();
      const read = decodeFile(bytes);
      if ('text' in read) return read.text;
      throw new UserFacingError(`Line ${read.problem.line}: ${read.problem.message}`);
    },
  };
}

/** Whether the Slack app has an optional scope. */
export async function isGranted(client: WebClient, scope: string): Promise<boolean> {
  const { response_metadata } = await client.auth.test();
  return response_metadata?.scopes?.includes(scope) ?? false;
}

/** What Slack says of a file; undefined where it has none such. */
async function findFile(client: WebClient, fileId: string): Promise<unknown> {
  try {
    return (await client.files.info({ file: fileId })).file;
  } catch (error) {
    const code = (error as { data?: { error?: string } }).data?.error ?? '';
    if (['file_not_found', 'file_deleted'].includes(code)) return undefined;
    throw error;
  }
}

function tooLarge(): UserFacingError {
  return new UserFacingError(
    'The file has more than 5 MB, which is more than a form takes. Give another one, or ask whoever runs Ladder for your organisation to take it.',
  );
}

/** The token goes to Slack alone. */
export function isSlacks(url: string, { apiUrl }: SlackEndpoint): boolean {
  const { protocol, hostname, origin } = new URL(url);
  if (origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && /^([a-z0-9-]+\.)*slack(-gov)?\.com$/.test(hostname);
}
