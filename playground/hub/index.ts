import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from '../slack/index.js';
import type { TokenState } from '../slack/web-api/tokens.js';
import { authorizePage } from './authorize-page.js';
import { forward, readText } from './forward.js';
import { Grants, type Refresh } from './grants.js';
import type { TokenRotation } from './issued-tokens.js';

/** A workspace of the hub: a local Slack with its own people, whose token the hub issues. */
export type HubWorkspace = Omit<LocalSlackOptions, 'botToken' | 'tokenState' | 'publicUrl'> & {
  workspace: NonNullable<LocalSlackOptions['workspace']>;
};

export interface HubOptions {
  /** 0 (the default) takes any free port. */
  port?: number;
  /** The Slack app that can be installed. */
  clientId: string;
  clientSecret: string;
  workspaces: HubWorkspace[];
  /** How long tokens last, where Slack's token rotation is on. Default: for ever. */
  tokensLastSeconds?: number;
}

/**
 * Several local Slacks behind one address, with Slack's pages for installing an app in them. The app's
 * own pages (/slack/install) can be reached there as well, as behind a reverse proxy.
 */
export interface SlackHub {
  url: string;
  /** The app's address of the Slack API. */
  apiUrl: string;
  /** The local Slack of a workspace, by its id. Throws for an unknown one. */
  of(teamId: string): LocalSlack;
  /** Sets the address of the app; workspaces send to it once it is installed there. */
  connectApp(requestUrl: string): void;
  /** Installs the app in a workspace, as somebody does who allows it. Throws if the app refuses. */
  install(teamId: string): Promise<void>;
  /** Returns a code as Slack hands it to somebody who has allowed the installation. */
  allow(teamId: string, redirectUri: string): string;
  /** Removes the app from a workspace: its token is refused, and the app gets `app_uninstalled`. */
  uninstall(teamId: string): Promise<void>;
  /** The token that the workspace takes now; undefined where the app isn't installed. */
  tokenOf(teamId: string): string | undefined;
  /** What a token is good for in a workspace. */
  tokenState(teamId: string, token: string): TokenState;
  /** How tokens are issued from now on. */
  rotation: TokenRotation;
  /** Every refresh of a token that the app has asked for. */
  refreshes: readonly Refresh[];
  close(): Promise<void>;
}

/** A token of nobody. */
const refused = 'xoxb-refused';

/** Starts the hub and its workspaces on 127.0.0.1. Throws if the port is taken. */
export async function startSlackHub(options: HubOptions): Promise<SlackHub> {
  const slacks = new Map<string, { slack: LocalSlack; options: LocalSlackOptions }>();
  let requestUrl: string | undefined;
  const found = (teamId: string) => {
    const one = slacks.get(teamId);
    if (!one) throw new Error(`The hub has no workspace ${teamId}.`);
    return one;
  };
  const grants = new Grants(options, (teamId, token) => {
    found(teamId).options.botToken = token;
    if (requestUrl !== undefined) found(teamId).slack.connectApp(requestUrl);
  });
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const one of options.workspaces) {
    const { id } = one.workspace;
    const tokenState = (token: string) => grants.tokenState(id, token);
    const own = { ...one, botToken: refused, tokenState, publicUrl: `${url}/at/${id}` };
    slacks.set(id, { slack: await startLocalSlack(own), options: own });
  }

  function remove(teamId: string): void {
    grants.revoke(teamId);
    found(teamId).options.botToken = refused;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams, search } = new URL(request.url ?? '/', url);
    const body = await readText(request);
    const [, area, teamId = '', ...rest] = pathname.split('/');
    if (area === 'at') {
      return forward(
        `${found(teamId).slack.url}/${rest.join('/')}${search}`,
        request,
        response,
        body,
      );
    }
    if (area === 'client') return redirect(response, found(teamId).slack.url);
    if (pathname === '/oauth/v2/authorize') {
      const workspaces = options.workspaces.map(({ workspace }) => workspace);
      return authorizePage(response, {
        workspaces,
        asked: searchParams,
        clientId: options.clientId,
      });
    }
    if (pathname === '/oauth/allow') {
      const redirectUri = searchParams.get('redirect_uri') ?? '';
      const back = new URL(redirectUri);
      back.searchParams.set('code', grants.allow(searchParams.get('team') ?? '', redirectUri));
      back.searchParams.set('state', searchParams.get('state') ?? '');
      return redirect(response, back.href);
    }
    if (area === 'slack' && requestUrl !== undefined) {
      return forward(`${new URL(requestUrl).origin}${pathname}${search}`, request, response, body);
    }
    if (pathname === '/api/oauth.v2.access')
      return json(response, await grants.access(request, body));
    if (pathname === '/api/auth.revoke') {
      const team = grants.teamOf(request, body);
      if (team !== undefined) remove(team);
      return json(
        response,
        team ? { ok: true, revoked: true } : { ok: false, error: 'invalid_auth' },
      );
    }
    if (pathname.startsWith('/api/')) {
      const team = grants.teamOf(request, body) ?? options.workspaces[0]?.workspace.id ?? '';
      return forward(`${found(team).slack.url}${pathname}${search}`, request, response, body);
    }
    response.writeHead(404).end();
  }

  return {
    url,
    apiUrl: `${url}/api/`,
    of: (teamId) => found(teamId).slack,
    connectApp(address) {
      requestUrl = address;
      for (const id of grants.installed()) found(id).slack.connectApp(address);
    },
    allow: (teamId, redirectUri) => grants.allow(teamId, redirectUri),
    async install(teamId) {
      const begun = await fetch(`${url}/slack/install`, { redirect: 'manual' });
      const asked = new URL(begun.headers.get('location') ?? '').searchParams;
      const back = new URL(asked.get('redirect_uri') ?? '');
      back.searchParams.set('code', grants.allow(teamId, back.href));
      back.searchParams.set('state', asked.get('state') ?? '');
      const [cookie = ''] = (begun.headers.get('set-cookie') ?? '').split(';');
      const { status } = await fetch(back, { headers: { cookie } });
      if (status !== 200) throw new Error(`The app answered ${status} to its installation.`);
    },
    async uninstall(teamId) {
      remove(teamId);
      await found(teamId).slack.event('app_uninstalled', {});
    },
    tokenState: (teamId, token) => grants.tokenState(teamId, token),
    rotation: grants.rotation,
    refreshes: grants.refreshes,
    tokenOf: (teamId) => grants.tokenOf(teamId),
    async close() {
      for (const { slack } of slacks.values()) await slack.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
