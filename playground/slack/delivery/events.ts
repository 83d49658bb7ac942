import type { Core } from '../core.js';
import { pause } from '../pause.js';
import type { Fields } from '../state/types.js';
import type { Ack, Delivery } from './deliver.js';
import { commonFields } from './payloads.js';

const reasons = { timeout: 'http_timeout', failed: 'http_error', unreachable: 'connection_failed' };

/**
 * Sends an event to the app if it is subscribed (or anyway). Resolves with the first answer, or
 * undefined if nothing was sent; retries follow by themselves, as in Slack.
 */
export async function sendEvent(
  core: Core,
  type: string,
  fields: Fields,
  { as, anyway = false }: { as?: string; anyway?: boolean } = {},
): Promise<Ack | undefined> {
  if (core.closed() || (!anyway && !core.app.events.has(type))) return undefined;
  // An app that isn't installed here yet hears of nothing.
  if (core.options.several && !core.isConnected()) return undefined;
  const delivery: Delivery = { kind: 'event', what: type, payload: envelope(core, type, fields) };
  if (as !== undefined) delivery.as = as;
  const ack = await core.deliver(delivery);
  void retry(core, delivery, ack);
  return ack;
}

async function retry(core: Core, delivery: Delivery, first: Ack): Promise<void> {
  let ack = first;
  for (const [index, wait] of core.timing.eventRetryMs.entries()) {
    const { outcome } = ack.request;
    if (outcome === 'acked' || outcome === 'pending' || ack.noRetry) return;
    await pause(wait);
    if (core.closed()) return;
    ack = await core.deliver({
      ...delivery,
      retry: { number: index + 1, reason: reasons[outcome] },
    });
  }
}

function envelope(core: Core, type: string, fields: Fields): Fields {
  const seconds = Math.floor(core.store.now().getTime() / 1000);
  const teamId = core.store.workspace.id;
  const authorization = {
    enterprise_id: null,
    team_id: teamId,
    user_id: core.options.bot.botUserId,
    is_bot: true,
    is_enterprise_install: false,
  };
  return {
    ...commonFields(core),
    team_id: teamId,
    type: 'event_callback',
    event: { event_ts: core.store.newTs(), ...fields, type: type.split('.')[0] },
    event_id: core.store.newId('Ev'),
    event_time: seconds,
    authorizations: [authorization],
    is_ext_shared_channel: false,
  };
}
