import type { ServerResponse } from 'node:http';
import type { Workspace } from '../contract.js';

interface Asked {
  workspaces: Workspace[];
  /** The parameters with which the app has sent somebody here. */
  asked: URLSearchParams;
  clientId: string;
}

/** Answers with the page on which somebody allows the installation, in one of the workspaces, or not. */
export function authorizePage(
  response: ServerResponse,
  { workspaces, asked, clientId }: Asked,
): void {
  const state = asked.get('state') ?? '';
  const redirectUri = asked.get('redirect_uri') ?? '';
  const isFine = asked.get('client_id') === clientId && URL.canParse(redirectUri);
  response.writeHead(isFine ? 200 : 400, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  });
  if (!isFine) return void response.end(page('<h1>Slack does not know this app</h1>'));
  const allow = (team: string) =>
    `/oauth/allow?${new URLSearchParams({ team, state, redirect_uri: redirectUri })}`;
  const cancel = new URL(redirectUri);
  cancel.searchParams.set('error', 'access_denied');
  cancel.searchParams.set('state', state);
  const scopes = (asked.get('scope') ?? '').split(',').join(', ');
  const buttons = workspaces.map(
    ({ id, name }) =>
      `<p><a class="button" href="${escaped(allow(id))}">Allow in ${escaped(name)}</a></p>`,
  );
  response.end(
    page(
      `<h1>Ladder would like to be installed</h1>
<p>This page stands for Slack's. The app asks for: ${escaped(scopes)}.</p>
${buttons.join('\n')}
<p><a href="${escaped(cancel.href)}">Cancel</a></p>`,
    ),
  );
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Allow an app</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem}a.button{display:inline-block;padding:.6rem 1rem;border-radius:.4rem;background:#1f6f5c;color:#fff;text-decoration:none}</style></head>
<body>${body}</body></html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
