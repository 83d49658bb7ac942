import type { App } from '@slack/bolt';
import type { Context } from '../services/context.js';
import type { Messenger } from '../services/delivery/index.js';
import type { Directory } from '../services/members.js';
import type { TokenCheck } from '../services/workspace/index.js';
import { registerListeners } from './app.js';
import type { OwnFiles } from './bolt/own-files.js';
import type { SharedFiles } from './bolt/shared-files.js';

/**
 * The names of all listeners, sorted. Commands, shortcuts and events are those that the app
 * manifest must name. An id that is a pattern is shown as the pattern's text.
 */
export interface RegisteredNames {
  commands: string[];
  /** Callback ids. */
  shortcuts: string[];
  events: string[];
  /** Action ids, and ids of blocks with inputs. */
  actions: string[];
  /** Action ids of the pickers that load their options. */
  options: string[];
  /** Callback ids of the windows that can be sent. */
  views: string[];
}

/**
 * What the listeners listen to, found by registering them all with an app that only takes notes. Nothing
 * runs, so nothing behind the listeners is needed.
 */
export function registeredNames(command: string): RegisteredNames {
  const notes: { kind: string; name: string }[] = [];
  const noteTaker = new Proxy({} as App, {
    get: (_, kind) => (constraint: unknown) => {
      notes.push({ kind: String(kind), name: nameOf(constraint) });
    },
  });
  registerListeners(noteTaker, {
    services: {} as Context,
    messenger: {} as Messenger,
    directory: {} as Directory,
    files: {} as SharedFiles,
    ownFiles: {} as OwnFiles,
    keepErasedList: async () => {},
    hasLadderFile: false,
    token: {} as TokenCheck,
    workspace: { id: '', slackTeamId: '', name: '' },
    command,
  });
  const named = (kind: string) =>
    [...new Set(notes.filter((note) => note.kind === kind).map(({ name }) => name))].sort();
  return {
    commands: named('command'),
    shortcuts: named('shortcut'),
    events: named('event'),
    actions: named('action'),
    options: named('options'),
    views: named('view'),
  };
}

function nameOf(constraint: unknown): string {
  if (typeof constraint !== 'object' || constraint === null) return String(constraint);
  if ('callback_id' in constraint) return String(constraint.callback_id);
  if ('action_id' in constraint) return String(constraint.action_id);
  if ('block_id' in constraint) return String(constraint.block_id);
  return String(constraint);
}
