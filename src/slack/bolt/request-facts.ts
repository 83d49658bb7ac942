import type { RequestKind } from './observer.js';

interface Body {
  type?: string;
  command?: string;
  callback_id?: string;
  event?: { type?: string };
  actions?: { action_id?: string }[];
  view?: { callback_id?: string };
  team_id?: string;
  team?: { id?: string } | null;
  user_id?: string;
  user?: { id?: string };
}

const kinds = new Map<string | undefined, RequestKind>([
  ['block_actions', 'action'],
  ['view_submission', 'view'],
  ['view_closed', 'view'],
  ['shortcut', 'shortcut'],
  ['message_action', 'shortcut'],
  ['block_suggestion', 'options'],
  ['event_callback', 'event'],
]);

/** What sort of request a body of Slack's is. */
export function kindOf(body: object): RequestKind {
  const { command, type } = body as Body;
  if (command !== undefined) return 'command';
  return kinds.get(type) ?? 'other';
}

/** Names of ours for what was asked, without anything that a person wrote. */
export function nameOf(body: object): string {
  const { command, type, event, actions, view, callback_id } = body as Body;
  return [command ?? type, event?.type, actions?.[0]?.action_id, view?.callback_id ?? callback_id]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Returns the ids of a request's workspace and user. */
export function idsOf(body: object): { team: string | undefined; user: string | undefined } {
  const { team_id, team, user_id, user } = body as Body;
  return { team: team_id ?? team?.id, user: user_id ?? user?.id };
}
