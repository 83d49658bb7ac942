import { createHmac } from 'node:crypto';

export const signingSecret = 'a signing secret for measuring';
export const botToken = 'xoxb-measuring';

/** A request as Slack posts it: its body and the signed headers. */
export interface SignedRequest {
  body: string;
  headers: Record<string, string>;
}

export interface SignedCommand extends SignedRequest {
  triggerId: string;
}

let commands = 0;

/**
 * Signs `/ladder TEXT` of a person. Each has its own trigger id, because identical requests are
 * refused as replays. Without `responseUrl` answers after the ack are lost.
 */
export function signedCommand(
  text: string,
  userId: string,
  responseUrl = 'http://127.0.0.1:9/response',
): SignedCommand {
  commands += 1;
  const triggerId = `${commands}.trigger`;
  const signed = sign({
    token: 'made-up',
    team_id: 'T0MEASURE',
    team_domain: 'measure',
    channel_id: 'C0GENERAL',
    channel_name: 'general',
    user_id: userId,
    user_name: userId.toLowerCase(),
    command: '/ladder',
    text,
    api_app_id: 'A0LADDER',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: triggerId,
  });
  return { triggerId, ...signed };
}

/** A submitted page of a check-in, with a choice and a text. */
export interface HandedInPage {
  userId: string;
  checkInId: string;
  competency: string;
  rating: string;
  text: string;
}

/** Signs "Save and go on" on the first page of a check-in. */
export function signedSubmission(page: HandedInPage): SignedRequest {
  const { userId, checkInId, competency, rating, text } = page;
  const [choice, words] = [`choice:${competency}`, `text:${competency}`];
  const view = {
    id: 'V0MEASURE',
    team_id: 'T0MEASURE',
    type: 'modal',
    callback_id: 'check_in.page',
    private_metadata: JSON.stringify({ checkInId, page: 0 }),
    hash: '1',
    blocks: [choice, words].map((block_id) => ({ type: 'input', block_id, element: {} })),
    state: {
      values: {
        [choice]: { 'check_in.choose': { selected_option: { value: `rating:${rating}` } } },
        [words]: { 'check_in.type': { value: text } },
      },
    },
  };
  const user = { id: userId, team_id: 'T0MEASURE' };
  const team = { id: 'T0MEASURE', domain: 'measure' };
  return sign({ payload: JSON.stringify({ type: 'view_submission', team, user, view }) });
}

function sign(fields: Record<string, string>): SignedRequest {
  const body = new URLSearchParams(fields).toString();
  const timestamp = Math.floor(Date.now() / 1000);
  const digest = createHmac('sha256', signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${digest}`,
    },
  };
}
