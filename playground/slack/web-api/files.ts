import { z } from 'zod';
import type { Core } from '../core.js';
import { addAppMessage, deleteMessage } from '../messages.js';
import type { StoredFile } from '../state/types.js';
import type { Args } from './args.js';
import { channelOf } from './conversations.js';
import { ApiError, type Method, tiers } from './method.js';
import { tokenState } from './tokens.js';

/** Where the content of files is, by their ids. */
export const filesPath = '/files/';

/** Where the app uploads content, and where the page fetches what the app has shared. */
export const uploadPath = '/upload/';
export const sharedPath = '/shared/';

/** files.* methods. */
export const fileMethods: Record<string, Method> = {
  'files.info': {
    scopes: ['files:read'],
    args: ['file'],
    required: ['file'],
    perMinute: tiers.four,
    run: (core, args) => {
      const file = core.store.files.get(args.text('file') ?? '');
      if (!file) throw new ApiError('file_not_found');
      const { id, name, user, content } = file;
      const size = Buffer.byteLength(content);
      const url = `${core.baseUrl()}${filesPath}${id}`;
      return { file: { id, name, title: name, user, size, url_private_download: url } };
    },
  },
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    args: ['filename', 'length', 'alt_text', 'snippet_type'],
    required: ['filename', 'length'],
    perMinute: tiers.four,
    run: (core, args) => {
      if ((args.number('length') ?? 0) < 1) {
        throw new ApiError('invalid_arguments', ['length: must be more than 0']);
      }
      const user = core.options.bot.botUserId;
      const name = args.text('filename') ?? '';
      const { id } = core.store.addFile({ name, user, content: '' });
      return { upload_url: `${core.baseUrl()}${uploadPath}${id}`, file_id: id };
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    args: ['files', 'channel_id', 'channels', 'thread_ts', 'initial_comment', 'blocks'],
    required: ['files'],
    perMinute: tiers.four,
    run: (core, args) => {
      const channelId = args.text('channel_id');
      // As in Slack, a person's id is none of a channel.
      if (channelId !== undefined && !/^[CGDZ][A-Z0-9]{5,}$/.test(channelId)) {
        throw new ApiError('invalid_arguments', ['input must match regex pattern: /channel_id']);
      }
      const channel = channelId === undefined ? undefined : channelOf(core, channelId);
      const files = readFiles(args).map(({ id }) => uploadedFile(core, id));
      for (const { id, name } of channel ? files : []) {
        const message = addAppMessage(core, channel?.id ?? '', { text: '', blocks: [] });
        message.file = { id, name, path: `${sharedPath}${id}` };
      }
      return { files: files.map(({ id, name }) => ({ id, title: name })) };
    },
  },
  'files.delete': {
    scopes: ['files:write'],
    args: ['file'],
    required: ['file'],
    perMinute: tiers.three,
    run: (core, args) => {
      const file = core.store.files.get(args.text('file') ?? '');
      if (!file) throw new ApiError('file_not_found');
      if (file.user !== core.options.bot.botUserId) throw new ApiError('cant_delete_file');
      core.store.files.delete(file.id);
      const shown = core.store.messages.filter((message) => message.file?.id === file.id);
      for (const message of shown) deleteMessage(core, message);
      return {};
    },
  },
};

function readFiles(args: Args): { id: string }[] {
  const files = args.json('files');
  const read = z
    .array(z.object({ id: z.string() }))
    .min(1)
    .safeParse(files);
  if (read.success) return read.data;
  throw new ApiError('invalid_arguments', ['files: must be a list of ids']);
}

function uploadedFile(core: Core, id: string): StoredFile {
  const file = core.store.files.get(id);
  if (!file || file.content.length === 0) throw new ApiError('file_not_found');
  return file;
}

/** Takes the content of a file for which a place was asked; false for any other path. */
export function takeUpload(core: Core, path: string, bytes: Uint8Array): boolean {
  const file = core.store.files.get(path.slice(uploadPath.length));
  if (!file || file.content.length > 0 || bytes.length === 0) return false;
  file.content = bytes;
  return true;
}

/** A file that the app has shared, for the page; undefined for others. */
export function sharedFile(core: Core, path: string): StoredFile | undefined {
  const id = path.slice(sharedPath.length);
  const isShared = core.store.messages.some(({ file }) => file?.id === id);
  return isShared ? core.store.files.get(id) : undefined;
}

/** The content of a file for the holder of the bot's token and the scope; undefined for others. */
export function fileContent(
  core: Core,
  path: string,
  authorization: string | undefined,
): string | Uint8Array | undefined {
  const token = authorization?.replace(/^Bearer /, '') ?? '';
  if (tokenState(core.options, token) !== 'good') return undefined;
  if (!core.scopes.has('files:read')) return undefined;
  return core.store.files.get(path.slice(filesPath.length))?.content;
}
