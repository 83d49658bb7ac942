import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { UserFacingError } from '../../services/errors/index.js';
import { isGranted, isSlacks } from './shared-files.js';
import { fetchThrough, type SlackEndpoint } from './web-api/proxy.js';

/** The files that Ladder hands to people. */
export interface OwnFiles {
  /** Whether the Slack app has the scope for them. */
  areWritable(): Promise<boolean>;
  /**
   * Uploads a file, which nobody can see before it is shared; returns its id. Throws UserFacingError
   * where Slack takes no files.
   */
  upload(name: string, bytes: Uint8Array): Promise<string>;
  /** Shows a file in a channel, or in the DM with a person by its id. */
  share(file: { id: string; title: string; channelId: string }): Promise<void>;
}

const longestMs = 30_000;
const placeSchema = z.object({ upload_url: z.url(), file_id: z.string().min(1) });
/** Slack's codes where an app may upload nothing in a workspace. */
const refusing = [
  'missing_scope',
  'file_uploads_disabled',
  'not_allowed_token_type',
  'access_denied',
];

/** Uploads with the background client. */
export function slackOwnFiles(client: WebClient, endpoint: SlackEndpoint): OwnFiles {
  const fetch = fetchThrough(endpoint.proxy);
  return {
    areWritable: () => isGranted(client, 'files:write'),
    async upload(filename, bytes) {
      const { upload_url, file_id } = await placeFor(client, filename, bytes.length);
      if (!isSlacks(upload_url, endpoint))
        throw new Error('Slack named a place that is not its own');
      const response = await fetch(upload_url, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array(bytes),
        // The body goes to Slack alone.
        redirect: 'error',
        signal: AbortSignal.timeout(longestMs),
      });
      if (!response.ok) throw new Error(`Slack answered ${response.status} to a file`);
      return file_id;
    },
    async share({ id, title, channelId }) {
      await client.files.completeUploadExternal({ files: [{ id, title }], channel_id: channelId });
    },
  };
}

async function placeFor(client: WebClient, filename: string, length: number) {
  try {
    return placeSchema.parse(await client.files.getUploadURLExternal({ filename, length }));
  } catch (error) {
    const code = (error as { data?: { error?: string } }).data?.error ?? '';
    if (!refusing.includes(code)) throw error;
    throw new UserFacingError(
      'Slack takes no files from Ladder here. “My data” shows all of it; for a file, ask whoever runs Ladder for your organisation.',
    );
  }
}
