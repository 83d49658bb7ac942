import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { manifestLink } from '../../../src/cli/setup/manifest-link.js';
import { projectPath } from '../../../src/project-path.js';

const readJson = (...path: string[]) => JSON.parse(readFileSync(projectPath(...path), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(readJson('tests', 'manifest', 'slack-manifest.schema.json'));

const manifestIn = (link: string) =>
  JSON.parse(new URL(link).searchParams.get('manifest_json') ?? '');
const socket = { command: '/ladder', address: undefined };

describe('the link that makes the Slack app', () => {
  it('has the whole manifest in it, and is short enough for any server', () => {
    const link = manifestLink(socket);
    expect(manifestIn(link)).toEqual(readJson('manifest', 'manifest.json'));
    expect(link).toMatch(
      /^https:\/\/api\.slack\.com\/apps\?new_app=1&manifest_json=[\w%.!~*'()-]+$/,
    );
    // Many servers take no more than 8 KB in a line.
    expect(link.length).toBeLessThan(4_000);
  });

  // Where the manifest has changed: npm run ladder -- setup --link
  it.each(['README.md', 'docs/setup.md'])('stands in %s as it is', (page) => {
    expect(readFileSync(projectPath(page), 'utf8')).toContain(`](${manifestLink(socket)})`);
  });

  it.each([
    'https://ladder.example.com',
    'https://ladder.example.com/',
    'https://ladder.example.com/slack/events',
  ])('is for HTTP with an address: %s', (address) => {
    const manifest = manifestIn(manifestLink({ command: '/career', address }));
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
    const url = 'https://ladder.example.com/slack/events';
    expect(manifest.features.slash_commands[0]).toMatchObject({ command: '/career', url });
    expect(manifest.settings).toMatchObject({
      event_subscriptions: { request_url: url },
      interactivity: { is_enabled: true, request_url: url },
      socket_mode_enabled: false,
    });
  });

  it('says where people come back to after installing, for several workspaces', () => {
    const link = { command: '/ladder', address: 'https://ladder.example.com', several: true };
    const manifest = manifestIn(manifestLink(link));
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
    expect(manifest.oauth_config).toMatchObject({
      redirect_urls: ['https://ladder.example.com/slack/oauth_redirect'],
      scopes: { bot: expect.arrayContaining(['chat:write']) },
    });
    expect(() => manifestLink({ ...socket, several: true })).toThrow('--address says where');
  });

  it('keeps a path before /slack/events', () => {
    const { settings } = manifestIn(
      manifestLink({ ...socket, address: 'https://example.com/bots/' }),
    );
    expect(settings.interactivity.request_url).toBe('https://example.com/bots/slack/events');
  });

  it.each([
    'ladder.example.com',
    'http://ladder.example.com',
    'https://me:secret@example.com',
    'https://example.com/?a=1',
    '',
  ])('is refused for %j', (address) => {
    expect(() => manifestLink({ ...socket, address })).toThrow('Slack takes https only');
  });
});
