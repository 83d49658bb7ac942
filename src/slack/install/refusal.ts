import { ErrorCode } from '@slack/oauth';
import type { refusals } from './texts.js';

const slackCodes: Readonly<Record<string, keyof typeof refusals>> = {
  invalid_code: 'code',
  code_already_used: 'code',
  code_expired: 'code',
  invalid_client_id: 'operator',
  bad_client_secret: 'operator',
  invalid_client: 'operator',
  bad_redirect_uri: 'operator',
};

const states: readonly string[] = [
  ErrorCode.MissingStateError,
  ErrorCode.InvalidStateError,
  ErrorCode.MissingCodeError,
];

/** The app was installed for a whole organisation, or without its bot. */
export class NoWorkspaceError extends Error {
  override name = 'NoWorkspaceError';
}

/** The app is only for other workspaces than this one. */
export class OtherWorkspaceError extends Error {
  override name = 'OtherWorkspaceError';
}

/** Returns what kept an installation from coming about. */
export function refusalOf(error: {
  code: string;
  data?: { error?: string };
}): keyof typeof refusals {
  if (error.code === ErrorCode.AuthorizationError) return 'denied';
  if (error instanceof NoWorkspaceError) return 'organisation';
  if (error instanceof OtherWorkspaceError) return 'other';
  if (states.includes(error.code)) return 'state';
  return slackCodes[error.data?.error ?? ''] ?? 'failed';
}
