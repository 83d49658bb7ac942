import { isExempt } from '../../../config/proxy.js';
import type { SlackEndpoint } from './proxy.js';

/** Explains to the operator why Slack can't be reached, and what to do. */
export function unreachableText(error: unknown, { apiUrl, proxy }: SlackEndpoint): string {
  const causes = causesOf(error);
  const code = causes.map(codeOf).find((one) => one !== undefined);
  const { origin, pathname, hostname } = new URL(apiUrl);
  if (code !== undefined && distrustCodes.has(code)) {
    return `The certificate of ${hostname} isn't trusted here (${code}). If a proxy opens what is encrypted, give Node the certificate of its authority: NODE_EXTRA_CA_CERTS=/path/to/authority.pem, set before Ladder starts, not in .env.`;
  }
  if (!proxy || isExempt(apiUrl, proxy.exempt)) {
    return `Slack can't be reached at ${origin}${pathname}. Check the network, and SLACK_API_URL if you set it.`;
  }
  const through = `the proxy ${proxy.address}, which ${proxy.variable} names,`;
  const refused = causes.map(tunnelRefusal).find((status) => status !== undefined);
  if (refused === '407') {
    return proxy.authorization === undefined
      ? `Slack can't be reached: ${through} wants a user and a password (407). Write them into ${proxy.variable}: http://USER:PASSWORD@HOST:PORT.`
      : `Slack can't be reached: ${through} refuses its user and password (407). Check them; special characters must be percent-encoded.`;
  }
  if (refused !== undefined) {
    return `Slack can't be reached: ${through} doesn't let Ladder through to ${hostname} (${refused}). Have it allow CONNECT to ${hostname} and all hosts below it.`;
  }
  return `Slack can't be reached through ${through} (${code ?? 'no answer'}). Check its host and port; if Slack can be reached without it, set NO_PROXY=${hostname}.`;
}

/** The proxy's refusal of a tunnel, before anything was sent to Slack: its HTTP status. */
export function tunnelRefusal(error: Error): string | undefined {
  return /^Proxy response \((\d{3})\)/.exec(error.message)?.[1];
}

const distrustCodes = new Set([
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** An error and what has caused it, the innermost first. */
function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const parts = error instanceof AggregateError ? error.errors : [error.cause];
  return [...parts.flatMap(causesOf), error];
}

function codeOf(error: Error): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && !code.startsWith('slack_') ? code : undefined;
}
