import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/**
 * The floor: a bare Bolt app on the receiver that Ladder uses, mounted in the same way, that
 * answers with constants: one sentence, or the entry of the file ANSWERS for the command's text.
 * Nothing on Bolt can be faster on the same machine.
 */
const {
  ANSWERS,
  PORT = '',
  SLACK_API_URL = '',
  SLACK_BOT_TOKEN = '',
  SLACK_SIGNING_SECRET = '',
} = process.env;

const answers = ANSWERS ? JSON.parse(readFileSync(ANSWERS, 'utf8')) : {};
const sentence = { response_type: 'ephemeral', text: 'Senior Business Operations Manager' };

const logLevel = LogLevel.ERROR;
const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, logLevel });
const app = new App({
  receiver,
  logLevel,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  authorize: async () => ({ botToken: SLACK_BOT_TOKEN, botId: 'B0LADDER', botUserId: 'U0LADDER' }),
});

app.command('/ladder', async ({ command, ack, client }) => {
  if (command.text !== 'check-in') {
    await ack(answers[command.text] ?? sentence);
    return;
  }
  await ack();
  await client.views.open({
    trigger_id: command.trigger_id,
    view: {
      type: 'modal',
      title: { type: 'plain_text', text: 'Check-in' },
      blocks: [{ type: 'section', text: { type: 'plain_text', text: 'One moment' } }],
    },
  });
});

createServer((request, response) => {
  if (request.url === '/readyz') response.end('ready');
  else receiver.requestListener(request, response);
}).listen(Number(PORT));
