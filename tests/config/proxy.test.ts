import { describe, expect, it } from 'vitest';
import { examineEndpoint } from '../../src/cli/doctor/slack.js';
import { isExempt, readProxy } from '../../src/config/proxy.js';
import { readConfig } from '../../src/config.js';

const address = 'http://proxy.example.com:3128';
const proxyIn = (environment: NodeJS.ProcessEnv) => readProxy(environment).proxy;

describe('the proxy', () => {
  it.each([
    ['HTTPS_PROXY', { HTTPS_PROXY: address }],
    ['https_proxy', { https_proxy: address, HTTPS_PROXY: 'http://other.example.com' }],
    ['HTTPS_PROXY', { https_proxy: ' ', HTTPS_PROXY: address }],
    ['all_proxy', { all_proxy: address }],
    ['ALL_PROXY', { ALL_PROXY: address, HTTP_PROXY: 'http://other.example.com' }],
    ['HTTP_PROXY', { HTTP_PROXY: address, SLACK_API_URL: 'http://127.0.0.1:4000/api/' }],
    ['HTTPS_PROXY', { HTTPS_PROXY: 'proxy.example.com:3128' }],
  ])('is taken from %s', (variable, environment) => {
    expect(proxyIn(environment)).toMatchObject({ variable, address });
  });

  it.each([
    ['nothing is set', {}],
    ['what is set is empty', { HTTPS_PROXY: '', ALL_PROXY: ' ' }],
    ['it is for another protocol', { HTTP_PROXY: address }],
    ['NO_PROXY exempts everything', { HTTPS_PROXY: address, NO_PROXY: 'localhost, *' }],
  ])('is none where %s', (_, environment) => {
    expect(readProxy(environment)).toEqual({});
  });

  it.each([
    ['user and password', 'http://ana:secret@proxy.example.com', 'ana:secret'],
    [
      'a password with all that is special',
      'http://ana:%23%2F%40%3A%25@p.example.com',
      'ana:#/@:%',
    ],
    ['a user alone', 'http://ana@proxy.example.com', 'ana:'],
  ])('is given %s', (_, HTTPS_PROXY, secret) => {
    const basic = `Basic ${Buffer.from(secret).toString('base64')}`;
    const proxy = proxyIn({ HTTPS_PROXY });
    expect(proxy?.authorization).toBe(basic);
    expect(proxy?.address).not.toContain('ana');
  });

  it.each([
    'http://',
    'http://ana:p#ss@proxy.example.com:3128',
    'http://ana:12/34@proxy.example.com:3128',
    'http://ana:12?34@proxy.example.com:3128',
    'http://ana:100%@proxy.example.com:3128',
    'http://ana:1#2@proxy.example.com:3128',
    'http://proxy.example.com:99999',
    'a proxy',
  ])('that is %s is refused, and nothing of it is quoted', (HTTPS_PROXY) => {
    const { proxy, problem } = readProxy({ HTTPS_PROXY });
    expect(proxy).toBeUndefined();
    expect(problem).toMatch(/^HTTPS_PROXY is no address of a proxy\. Write http:\/\/HOST:PORT/);
    expect(problem).not.toMatch(/ana|example/);
  });

  it('of a kind that Ladder does not know is refused', () => {
    expect(readProxy({ ALL_PROXY: 'socks5://ana:secret@proxy.example.com:1080' })).toEqual({
      problem:
        'ALL_PROXY names a proxy of the kind socks5://. Ladder can use http:// and https:// proxies only.',
    });
  });
});

describe('NO_PROXY', () => {
  it.each([
    ['slack.com', 'https://slack.com/api/'],
    ['slack.com', 'wss://wss-primary.slack.com/link/'],
    ['.slack.com', 'https://slack.com/api/'],
    ['*.slack.com', 'https://hooks.slack.com/commands/'],
    ['SLACK.com', 'https://Slack.com./api/'],
    ['localhost,slack.com', 'https://slack.com/api/'],
    ['localhost  slack.com', 'https://slack.com/api/'],
    ['slack.com:443', 'wss://wss-primary.slack.com/link/'],
    ['*', 'https://slack.com/api/'],
    ['127.0.0.1', 'http://127.0.0.1:4000/api/'],
    ['10.0.0.0/8', 'https://10.20.30.40/api/'],
    ['::1', 'http://[::1]:4000/api/'],
    ['[::1]:4000', 'http://[::1]:4000/api/'],
    ['fd00::/8', 'http://[fd12::1]/api/'],
  ])('%s exempts %s', (exempt, url) => {
    expect(isExempt(url, exempt)).toBe(true);
  });

  it.each([
    ['', 'https://slack.com/api/'],
    [',', 'https://slack.com/api/'],
    ['hooks.slack.com', 'https://slack.com/api/'],
    ['slack.com', 'https://notslack.com/api/'],
    ['slack.com:80', 'https://slack.com/api/'],
    ['127.0.0.1', 'http://127.0.0.10:4000/api/'],
    ['10.0.0.0/8', 'https://11.0.0.1/api/'],
    ['10.0.0.0/8', 'https://slack.com/api/'],
    ['10.0.0.0/99', 'https://10.0.0.1/api/'],
    ['[::1]:80', 'http://[::1]:4000/api/'],
  ])('%s does not exempt %s', (exempt, url) => {
    expect(isExempt(url, exempt)).toBe(false);
  });
});

describe('the doctor', () => {
  const told = (more: NodeJS.ProcessEnv) => {
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };
    return examineEndpoint(readConfig({ ...tokens, ...more }).slack).text;
  };

  it('says which way Slack is reached', () => {
    const HTTPS_PROXY = 'http://ana:secret@proxy.example.com:3128';
    expect(told({})).toBe('none: Slack is reached straight');
    expect(told({ HTTPS_PROXY })).toBe(
      `Slack is reached through ${address}, which HTTPS_PROXY names; NO_PROXY doesn't exempt slack.com`,
    );
    expect(told({ HTTPS_PROXY, NO_PROXY: '.slack.com' })).toBe(
      'Slack is reached without a proxy: NO_PROXY exempts slack.com',
    );
  });
});
