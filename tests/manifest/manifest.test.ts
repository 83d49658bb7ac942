import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';
import { registeredNames } from '../../src/slack/registered.js';
import { methodScopes, optionalMethods, registrationScopes } from './scopes.js';

const readJson = (...path: string[]) => JSON.parse(readFileSync(projectPath(...path), 'utf8'));
const manifest = readJson('manifest', 'manifest.json');
const { features, oauth_config, settings } = manifest;

/** Every Web API method that the sources call on something named client, as family.method. */
function calledMethods(): string[] {
  const files = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith(join('database', 'generated')))
    .map((file) => readFileSync(projectPath('src', file), 'utf8'));
  const calls = files.flatMap((text) => [
    ...text.matchAll(/\b(?:client|backgroundClient\([^)]*\))((?:\s*\.\s*[a-zA-Z]+){2,3})\s*\(/g),
  ]);
  const methods = calls.map(([, path = '']) => path.replace(/\s/g, '').slice(1));
  return [...new Set(methods)].sort();
}

describe('the app manifest', () => {
  it("is valid against Slack's schema", () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    const validate = ajv.compile(readJson('tests', 'manifest', 'slack-manifest.schema.json'));
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('names the slash command that the code answers', () => {
    const commands = features.slash_commands.map((one: { command: string }) => one.command);
    expect(commands).toEqual(registeredNames('/ladder').commands);
  });

  it('names the shortcuts that the code answers', () => {
    const shortcuts = (features.shortcuts ?? []).map(
      (one: { callback_id: string }) => one.callback_id,
    );
    expect(shortcuts).toEqual(registeredNames('/ladder').shortcuts);
  });

  it('names the events that the code listens to', () => {
    expect(settings.event_subscriptions.bot_events).toEqual(registeredNames('/ladder').events);
  });

  it('asks for the scopes that the code needs, and no more', () => {
    const { commands, shortcuts, events } = registeredNames('/ladder');
    const needed = [
      ...calledMethods().map((method) => {
        expect(methodScopes, 'a method without a known scope').toHaveProperty([method]);
        return methodScopes[method];
      }),
      ...(commands.length + shortcuts.length > 0 ? ['commands'] : []),
      ...events.map((event) => {
        expect(registrationScopes, 'an event without a known scope').toHaveProperty([event]);
        return registrationScopes[event];
      }),
    ];
    const scopes = [...new Set(needed.filter((scope) => scope !== undefined && scope !== ''))];
    expect(oauth_config.scopes.bot).toEqual(scopes.sort());
  });

  it('asks for what Ladder can do without as optional scopes, which stand among all of them', () => {
    const { bot, bot_optional } = oauth_config.scopes;
    const optional = new Set(optionalMethods.map((method) => methodScopes[method]));
    expect(bot_optional).toEqual([...optional].sort());
    expect(bot).toEqual(expect.arrayContaining(bot_optional));
    expect(calledMethods()).toEqual(expect.arrayContaining(optionalMethods));
  });

  it('is served over Socket Mode, with a Home and messages that can be read', () => {
    expect({ ...settings, ...features.app_home }).toMatchObject({
      socket_mode_enabled: true,
      interactivity: { is_enabled: true },
      home_tab_enabled: true,
      messages_tab_enabled: true,
    });
  });
});
