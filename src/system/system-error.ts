import { statSync } from 'node:fs';
import { type ListenSettings, portProblem } from './port-problem.js';

interface SystemError extends Error {
  code: string;
  syscall: string;
  path?: string;
  port?: number;
  address?: string;
  hostname?: string;
}

/**
 * Explains an error of the operating system in a sentence that names the file or the port and says
 * what to do; `path` is the name by which the user knows the file. Undefined for all other errors,
 * and for connections, which other modules explain better.
 */
export function systemErrorText(
  error: unknown,
  { settings, path }: { settings?: ListenSettings | undefined; path?: string } = {},
): string | undefined {
  if (!isSystemError(error)) return undefined;
  const { syscall } = error;
  if (settings && ['listen', 'bind', 'getaddrinfo'].includes(syscall)) {
    const { code, port = 0, address, hostname } = error;
    return portProblem(code, { host: address ?? hostname, port, settings });
  }
  const file = path ?? error.path;
  return ['connect', 'getaddrinfo', 'read', 'write'].includes(syscall) && !file
    ? undefined
    : fileText({ ...error, path: file });
}

function isSystemError(error: unknown): error is SystemError {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as Partial<SystemError>;
  return typeof code === 'string' && typeof syscall === 'string';
}

function fileText({ code, syscall, path }: Pick<SystemError, 'code' | 'syscall' | 'path'>): string {
  const it = path ?? 'A file';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `${it} is not open to this user (${code}). Run Ladder as the user to whom it belongs, or change its owner or its mode.`;
    case 'EROFS':
      return `${it} lies on a disk that can only be read (${code}). Choose another place, or have the disk mounted for writing.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk has no room left for ${path ?? 'a file'} (${code}). Make room and try again; what was saved is kept.`;
    case 'EMFILE':
    case 'ENFILE':
      return `Too many files are open, so ${path ?? 'another one'} can't be opened (${code}). Raise the limit: ulimit -n 4096, or LimitNOFILE=4096 in the service.`;
    case 'ENOENT':
      return syscall === 'mkdir'
        ? `${it} can't be made there (${code}).`
        : `There is no ${path ?? 'such file'} (${code}).`;
    case 'EISDIR':
      return `${it} is a directory, where a file should be (${code}).`;
    case 'EEXIST':
    case 'ENOTDIR':
      return isFile(path)
        ? `${it} is a file, where a directory should be (${code}).`
        : `${it} can't be made: something on the way to it is a file or exists already (${code}).`;
    default:
      return `${it}: the system refuses to ${syscall} it (${code}).`;
  }
}

function isFile(path: string | undefined): boolean {
  try {
    return path !== undefined && statSync(path).isFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
