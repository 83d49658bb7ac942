import { createServer } from 'node:http';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/**
 * The floor: a bare Bolt app on the receiver that Ladder uses, mounted in the same way, that answers
 * a constant. Nothing on Bolt can be faster on the same machine.
 */
const {
  PORT = '',
  SLACK_API_URL = '',
  SLACK_BOT_TOKEN = '',
  SLACK_SIGNING_SECRET = '',
} = process.env;

const receiver = new HTTPReceiver({
  signingSecret: SLACK_SIGNING_SECRET,
  logLevel: LogLevel.ERROR,
});
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  authorize: async () => ({ botToken: SLACK_BOT_TOKEN, botId: 'B0LADDER', botUserId: 'U0LADDER' }),
});

app.command('/ladder', async ({ command, ack, client }) => {
  if (command.text !== 'check-in') {
    await ack({ response_type: 'ephemeral', text: 'Senior Business Operations Manager' });
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
