import { describe, expect, it } from 'vitest';
import { onlySlack } from '../../../src/slack/bolt/web-api/only-slack.js';

const called: string[] = [];
const fetch = onlySlack(async (url) => {
  called.push(String(url));
  return new Response('ok');
}, 'https://slack.com/api/');
const local = onlySlack(async () => new Response('ok'), 'http://127.0.0.1:4000/api/');

describe('what is answered to a person', () => {
  it.each([
    'https://slack.com/api/chat.postMessage',
    'https://hooks.slack.com/commands/T0/1/a',
    'https://hooks.slack-gov.com/actions/T0/1/a',
  ])('goes to Slack: %s', async (url) => {
    await fetch(url);
    expect(called).toContain(url);
  });

  it.each([
    'http://hooks.slack.com/commands/T0/1/a',
    'https://hooks.slack.com.example.com/x',
    'https://notslack.com/x',
    'https://user:slack.com@example.com/x',
    'https://example.com/slack.com',
    'http://127.0.0.1:4000/api/x',
    'http://169.254.169.254/latest/meta-data',
  ])('goes nowhere else, whoever has signed the request: %s', async (url) => {
    await expect(fetch(url)).rejects.toThrow('not of Slack');
    expect(called).not.toContain(url);
  });

  it('goes to the server that SLACK_API_URL names, at its port alone', async () => {
    expect((await local('http://127.0.0.1:4000/response/1')).status).toBe(200);
    await expect(local('http://127.0.0.1:4001/response/1')).rejects.toThrow('not of Slack');
  });
});
