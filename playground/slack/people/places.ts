import type { Block, Container } from '../../contract.js';
import type { Core } from '../core.js';
import {
  channelField,
  commonFields,
  containerField,
  messagePayload,
  teamField,
  userField,
  viewPayload,
} from '../delivery/payloads.js';
import { messageInputs } from '../messages.js';
import { CannotDo } from '../state/cannot-do.js';
import { slackState } from '../state/inputs.js';
import type { Fields, Inputs, StoredMessage, StoredView } from '../state/types.js';
import { seatOf } from './results.js';

/** Where a person acts: a message or a view, with its blocks and inputs. */
export interface Place {
  container: Container;
  blocks: Block[];
  inputs: Inputs;
  message?: StoredMessage;
  view?: StoredView;
}

/** Finds the place. Throws CannotDo if the person doesn't see it. */
export function findPlace(core: Core, personId: string, container: Container): Place {
  const seat = seatOf(core, personId);
  if (container.type === 'message') {
    const message = core.store.findMessage(container.channel, container.ts);
    const hidden = message?.ephemeralTo !== undefined && message.ephemeralTo !== personId;
    const channel = core.store.channels.get(container.channel);
    if (!message || hidden || !channel?.members.includes(personId)) {
      throw new CannotDo(`${personId} sees no message ${container.ts} in ${container.channel}.`);
    }
    const inputs = messageInputs(core, personId, message);
    return { container, blocks: message.blocks, inputs, message };
  }
  const view =
    container.type === 'home'
      ? seat.home
      : [...seat.modals, seat.home].find((one) => one?.id === container.viewId);
  if (!view) throw new CannotDo(`${personId} has no such view open.`);
  return { container, blocks: view.raw.blocks, inputs: view.inputs, view };
}

/** Returns the fields with the person and the place of an action. */
export function placeFields(core: Core, personId: string, place: Place): Fields {
  const fields: Fields = {
    ...commonFields(core),
    user: userField(core, core.store.person(personId)),
    team: teamField(core),
    enterprise: null,
    is_enterprise_install: false,
    container: containerField(core, place.container, place.view?.id),
  };
  if (place.view) return { ...fields, view: viewPayload(core, place.view) };
  const { message } = place;
  if (!message) return fields;
  fields.channel = channelField(core, message.channel);
  fields.state = slackState(place.blocks, place.inputs);
  // Slack doesn't send an ephemeral message back to its app.
  if (message.ephemeralTo === undefined) fields.message = messagePayload(core, message);
  return fields;
}

/** Returns the response_url and trigger of an action; views have no response_url. */
export function answerFields(core: Core, personId: string, place: Place): Fields {
  const trigger_id = core.triggers.make(personId);
  const { message } = place;
  if (!message) return { trigger_id };
  const { channel, ts } = message;
  return { trigger_id, response_url: core.responseUrls.make({ personId, channel, ts }) };
}
