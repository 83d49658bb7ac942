import { userInfo } from 'node:os';

/** The user of this machine; empty where the system knows no name for them. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without an entry among the system's users has no name.
    return '';
  }
}
