import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';
import { startTestLadder, type TestLadder } from '../support/ladder.js';

const { features, oauth_config, settings } = JSON.parse(
  readFileSync(projectPath('manifest', 'manifest.json'), 'utf8'),
);

const { bot, bot_optional } = oauth_config.scopes;

describe('a Ladder that was granted what the manifest needs and nothing else', () => {
  let test: TestLadder;
  beforeAll(async () => {
    test = await startTestLadder({
      slack: {
        app: {
          commands: features.slash_commands,
          events: settings.event_subscriptions.bot_events,
          scopes: bot.filter((scope: string) => !bot_optional.includes(scope)),
        },
      },
    });
  });
  afterAll(() => test.stop());

  it('answers Sora who asks for the senior role', async () => {
    const { message } = await test.as('Sora').command('/ladder', 'senior');
    expect(message?.text).toContain('Senior Business Operations Manager');
  });

  it('shows Sora a Home', async () => {
    await test.as('Sora').openHome();
    await test.slack.waitFor(() => test.slack.state().seats.U0SORA?.home);
  });

  it('writes to people by itself', async () => {
    test.clock.set('2027-03-03T15:00:00Z');
    const sent = await test.sendDue();
    expect(sent.map(({ outcome }) => outcome)).toContain('sent');
  });
});
