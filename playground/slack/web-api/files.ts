import type { Core } from '../core.js';
import { ApiError, type Method, tiers } from './method.js';

/** Where the content of files is, by their ids. */
export const filesPath = '/files/';

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
};

/** The content of a file for the holder of the bot's token and the scope; undefined for others. */
export function fileContent(
  core: Core,
  path: string,
  authorization: string | undefined,
): string | Uint8Array | undefined {
  if (authorization !== `Bearer ${core.options.botToken}`) return undefined;
  if (!core.scopes.has('files:read')) return undefined;
  return core.store.files.get(path.slice(filesPath.length))?.content;
}
