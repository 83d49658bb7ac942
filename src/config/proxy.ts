import { BlockList, isIP } from 'node:net';

/** The proxy for requests to Slack. */
export interface HttpProxy {
  /** The environment variable that names it. */
  variable: string;
  /** `http://proxy.example.com:3128`, safe to show: without user and password. */
  address: string;
  /** The value of a `Proxy-Authorization` header; secret. */
  authorization: string | undefined;
  /** NO_PROXY: the hosts to connect to directly. */
  exempt: string;
}

/**
 * Returns the proxy that the environment names for requests to Slack, if any. As in curl,
 * lower-case names win over upper-case ones, empty variables count as unset, HTTP_PROXY is for
 * http: addresses alone, and ALL_PROXY is the default for both. Returns a problem for an invalid
 * address, never quoting it, since it may contain a password.
 */
export function readProxy(environment: NodeJS.ProcessEnv): {
  proxy?: HttpProxy;
  problem?: string;
} {
  const isPlain = environment.SLACK_API_URL?.trim().startsWith('http:') ?? false;
  const own = isPlain ? 'http_proxy' : 'https_proxy';
  const variable = [own, 'all_proxy']
    .flatMap((name) => [name, name.toUpperCase()])
    .find((name) => environment[name]?.trim());
  const exempt = environment.no_proxy?.trim() || environment.NO_PROXY?.trim() || '';
  if (variable === undefined || entriesOf(exempt).includes('*')) return {};
  const text = environment[variable]?.trim() ?? '';
  const url = parse(text.includes('://') ? text : `http://${text}`);
  if (!url) {
    return {
      problem: `${variable} is no address of a proxy. Write http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, with special characters of user and password percent-encoded (# is %23, / is %2F, @ is %40, % is %25).`,
    };
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return {
      problem: `${variable} names a proxy of the kind ${url.protocol}//. Ladder can use http:// and https:// proxies only.`,
    };
  }
  return {
    proxy: { variable, address: url.origin, authorization: authorizationOf(url), exempt },
  };
}

/**
 * Returns undefined for anything but an address, and for one with an unencoded #, ? or / in its
 * password, whose rest follows it.
 */
function parse(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWhole = /^\/?$/.test(url.pathname) && !url.search && !url.hash && url.hostname !== '';
  return isWhole && decoded(url.username + url.password) !== undefined ? url : undefined;
}

function authorizationOf({ username, password }: URL): string | undefined {
  if (!username) return undefined;
  return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`;
}

/** Returns undefined for an unencoded percent sign. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

const defaultPorts: Record<string, string> = { 'https:': '443', 'wss:': '443' };

/**
 * Returns whether NO_PROXY exempts an address: by `*`, by its host (`slack.com`, `.slack.com` and
 * `*.slack.com` mean the host and all below it), by host and port, or by address or range
 * (`10.0.0.0/8`).
 */
export function isExempt(address: string, exempt: string): boolean {
  const { hostname, port, protocol } = new URL(address);
  const host = withoutBrackets(hostname).replace(/\.$/, '');
  const at = port || defaultPorts[protocol] || '80';
  return entriesOf(exempt).some((entry) => {
    if (entry === '*') return true;
    if (entry.includes('/')) return isWithin(host, entry);
    const [, name = entry, onlyPort] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
    if (onlyPort !== undefined && onlyPort !== at) return false;
    const wanted = withoutBrackets(name).replace(/^\*?\./, '');
    return host === wanted || host.endsWith(`.${wanted}`);
  });
}

function entriesOf(exempt: string): string[] {
  return exempt
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

function isWithin(host: string, range: string): boolean {
  const [network = '', bits = ''] = range.split('/');
  const family = isIP(network);
  const length = Number(bits);
  if (family === 0 || isIP(host) !== family || !/^\d+$/.test(bits)) return false;
  if (length > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  list.addSubnet(network, length, family === 4 ? 'ipv4' : 'ipv6');
  return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
