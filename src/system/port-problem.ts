import { portOwner } from './port-owner.js';

/** The names of the settings for a port and its address: `PORT`, `HOST`. */
export interface ListenSettings {
  port: string;
  host: string;
}

/** Explains why a port can't be opened and what to do, from the system's error code. */
export function portProblem(
  code: string | undefined,
  { host, port, settings }: { host: string | undefined; port: number; settings: ListenSettings },
): string {
  if (code === 'EADDRINUSE') {
    const owner = portOwner(port);
    return `Port ${port} is taken${owner ? ` by ${owner}` : ''}. Set ${settings.port} to a free one.`;
  }
  if (code === 'EACCES') {
    return `The user who runs Ladder may not listen at ${settings.port} ${port} (EACCES); ports below 1024 are often the system's. Set ${settings.port} to another port.`;
  }
  return `Ladder can't listen at ${host ?? 'this machine'}, ${settings.port} ${port} (${code}). Correct ${settings.host}: it must be an address of this machine.`;
}
