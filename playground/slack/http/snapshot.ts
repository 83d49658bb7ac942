import type { Seat, State, View } from '../../contract.js';
import type { Core } from '../core.js';
import { plain } from '../people/command.js';
import type { StoredSeat, StoredView } from '../state/types.js';

/** Returns the whole state in the contract's form. */
export function snapshot(core: Core): State {
  const { store, app, options } = core;
  const seats = [...store.seats].map(([id, seat]) => [id, plainSeat(seat)] as const);
  return {
    revision: store.revision,
    workspace: store.workspace,
    app: {
      id: app.id,
      name: options.bot.name,
      botId: options.bot.botId,
      botUserId: options.bot.botUserId,
      connected: core.isConnected(),
      commands: app.commands,
      shortcuts: app.shortcuts,
      messagesReadOnly: app.messagesReadOnly,
    },
    people: [...store.people.values()],
    channels: [...store.channels.values()],
    messages: store.messages.map(plain),
    readUntil: store.readUntil,
    seats: Object.fromEntries(seats),
    clock: { now: store.now().toISOString() },
    requests: store.requests,
    calls: store.calls,
    refusals: store.refusals,
    ...(options.several && { several: options.several() }),
  };
}

function plainSeat(seat: StoredSeat): Seat {
  const chosen = Object.entries(seat.messageInputs).map(([key, inputs]) => [key, inputs.values]);
  return {
    ...(seat.home && { home: plainView(seat.home) }),
    modals: seat.modals.map(plainView),
    messageValues: Object.fromEntries(chosen),
    tab: seat.tab,
  };
}

/** Returns a copy of a view in the contract's form. */
export function plainView(view: StoredView): View {
  const { raw } = view;
  return {
    id: view.id,
    type: raw.type,
    hash: view.hash,
    callbackId: raw.callback_id ?? '',
    ...(raw.external_id && { externalId: raw.external_id }),
    ...(raw.title && { title: raw.title.text }),
    ...(raw.submit && { submit: raw.submit.text }),
    ...(raw.close && { close: raw.close.text }),
    notifyOnClose: raw.notify_on_close ?? false,
    blocks: raw.blocks,
    values: structuredClone(view.inputs.values),
    errors: { ...view.errors },
    ...(view.failure !== undefined && { failure: view.failure }),
    busy: view.busy,
  };
}
