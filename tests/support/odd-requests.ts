import fc from 'fast-check';
import { requestText } from './raw-request.js';

/** What may stand where something else belongs. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e300, '', 'x', [], {}, [null], { id: null }),
  fc.constantFrom<unknown>('\0', '\ud800', '__proto__', 'constructor', 'x'.repeat(5_000)),
  fc.jsonValue({ maxDepth: 3 }),
);

const user = { id: 'U0TEO', name: 'teo', team_id: 'T0PLAYGROUND' };
const team = { id: 'T0PLAYGROUND', domain: 'moss-and-fern' };
const view = {
  ...{ id: 'V0', type: 'modal', callback_id: 'check_in.page', hash: '1' },
  ...{ private_metadata: '{}', title: { type: 'plain_text', text: 'Check-in' } },
  blocks: [{ type: 'input', block_id: 'b', element: { type: 'plain_text_input' } }],
  state: { values: { b: { 'check_in.type': { type: 'plain_text_input', value: 'x' } } } },
};
const action = {
  ...{ type: 'button', action_id: 'check_in.open', block_id: 'b', action_ts: '1.0', value: 'x' },
};
const from = { user, team, api_app_id: 'A0', trigger_id: '1.2.3', token: 'x' };

/** One of each kind, as Slack sends it. */
const sound: Record<string, unknown>[] = [
  { ...from, type: 'block_actions', actions: [action], view, container: { type: 'view' } },
  {
    ...{ ...from, type: 'block_actions', actions: [{ ...action, action_id: 'role.open' }] },
    ...{ message: { ts: '1.0', text: 'x', blocks: [] }, channel: { id: 'C0GENERAL' } },
    response_url: 'http://127.0.0.1:9/none',
  },
  { ...from, type: 'view_submission', view },
  { ...from, type: 'view_closed', view },
  { ...from, type: 'block_suggestion', action_id: 'a', block_id: 'b', value: 'x' },
  { ...from, type: 'shortcut', callback_id: 'x' },
  {
    ...{ ...from, type: 'message_action', callback_id: 'evidence.keep' },
    ...{ message: { ts: '1.0', text: 'x' }, channel: { id: 'C0GENERAL' } },
    response_url: 'http://127.0.0.1:9/none',
  },
  {
    ...{ type: 'event_callback', team_id: team.id, event_id: 'Ev0' },
    authorizations: [{ team_id: team.id, enterprise_id: null, is_enterprise_install: false }],
    event: { type: 'app_home_opened', user: user.id, tab: 'home', channel: 'D0' },
  },
  {
    ...{ command: '/ladder', text: 'senior', user_id: user.id, user_name: 'teo' },
    ...{ team_id: team.id, channel_id: 'C0GENERAL', trigger_id: '1.2.3' },
    response_url: 'http://127.0.0.1:9/none',
  },
];

/** A body of Slack's in which one to three values are something else, or missing; or anything at all. */
export const oddBody: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: odd },
  {
    weight: 9,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...sound),
        fc.array(fc.tuple(fc.nat(), odd, fc.boolean()), { minLength: 1, maxLength: 3 }),
      )
      .map(([body, changes]) => {
        const changed: unknown = structuredClone(body);
        for (const [where, value, gone] of changes) change(changed, where, value, gone);
        return changed;
      }),
  },
);

/** Puts a value at the n-th place of a body, counted through all its depths, or takes it out there. */
function change(body: unknown, where: number, value: unknown, gone: boolean): void {
  const places = placesOf(body);
  const place = places[where % Math.max(places.length, 1)];
  if (!place) return;
  if (gone) Reflect.deleteProperty(place.of, place.key);
  else Reflect.set(place.of, place.key, value);
}

function placesOf(value: unknown): { of: object; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [{ of: value, key }, ...placesOf(one)]);
}

const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'GET',
        'POST',
        'HEAD',
        'PUT',
        'OPTIONS',
        'CONNECT',
        'TRACE',
        'PRI',
        'get',
        '',
      ),
      fc.oneof(
        fc.constantFrom(
          '//',
          '///x',
          '/',
          '*',
          '',
          '/slack/events',
          '/healthz',
          '/metrics',
          'http://',
        ),
        fc.constantFrom(
          'http://[',
          '//[::1',
          '/%',
          '/%00',
          '/\\',
          '/slack/events/../events',
          '/?#',
        ),
        fc.webPath(),
        fc.webUrl(),
        fc.string({ maxLength: 60 }),
      ),
      fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/1.', 'http/1.1', ''),
    )
    .map((parts) => parts.join(' ')),
  fc.string({ maxLength: 80 }),
);

const header = fc.oneof(
  fc.constantFrom(
    ...['Content-Length: 5', 'Content-Length: -1', 'Content-Length: 99999999999999999999'],
    ...['Transfer-Encoding: chunked', 'Transfer-Encoding: gzip, chunked', 'Expect: 100-continue'],
    ...['Expect: nothing', 'Upgrade: websocket', 'Connection: upgrade', 'Host: ', 'Host: [::1'],
    ...['Content-Type: application/json', 'Content-Type: application/x-www-form-urlencoded'],
    ...['x-slack-signature: v0=', 'x-slack-signature:', 'x-slack-request-timestamp: 1e99'],
    `x-slack-signature: v0=${'0'.repeat(64)}`,
    `x-slack-request-timestamp: ${Math.floor(Date.now() / 1000)}`,
    `x-slack-signature: ${'a'.repeat(14_000)}`,
    `x-filler: ${'b'.repeat(20_000)}`,
  ),
  fc.string({ maxLength: 60 }),
);

/** Bytes that somebody sends to a port who wishes it no good. */
export const oddBytes: fc.Arbitrary<Buffer> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(line, fc.array(header, { maxLength: 4 }), fc.oneof(fc.string(), fc.constant('x=1')))
      .map(([first, headers, body]) => Buffer.from(requestText(first, headers, body))),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
);

/** Socket Mode's envelopes around odd bodies, and things that are no envelopes. */
export const oddEnvelope: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('null', '5', '"x"', '[]', '{}', '{', '', '{"type":"hello"}', '{"type":null}'),
  fc
    .tuple(
      fc.constantFrom(
        ...['events_api', 'slash_commands', 'interactive', 'slack_event', 'ws_message', 'close'],
        ...['error', 'connected', 'disconnected', 'authenticated', 'something_new', ''],
      ),
      fc.oneof(oddBody, fc.constantFrom<unknown>({ event: { type: 'close' } }, { event: {} })),
      fc.oneof(fc.uuid(), odd),
    )
    .map(([type, payload, envelope_id]) => JSON.stringify({ type, payload, envelope_id })),
);
