import type { ActionResult, CloseView, SubmitView } from '../../contract.js';
import type { Core } from '../core.js';
import { commonFields, teamField, userField, viewPayload } from '../delivery/payloads.js';
import { CannotDo } from '../state/cannot-do.js';
import { mergeValues, placedElements } from '../state/inputs.js';
import { type Fields, isFields, type StoredSeat, type StoredView } from '../state/types.js';
import { openModal, readView, replaceView } from '../views.js';
import { failureOf, modalFailure } from './failures.js';
import { dispatched, notDispatched, seatOf } from './results.js';
import { inputErrors } from './validate.js';

const mostModals = 3;

/** Lets a person submit a modal. */
export async function submitView(core: Core, request: SubmitView): Promise<ActionResult> {
  const seat = seatOf(core, request.as);
  const view = openModalOf(seat, request.viewId);
  if (!view.raw.submit) throw new CannotDo('This modal has no submit button.');
  if (view.busy) throw new CannotDo('This modal is being sent already.');
  if (request.values) mergeValues(view.inputs, view.raw.blocks, request.values);
  view.errors = inputErrors(view);
  delete view.failure;
  if (Object.keys(view.errors).length > 0) {
    core.store.changed('seats', request.as);
    return notDispatched({
      ok: false,
      errors: view.errors,
      problem: 'Some inputs need another look.',
    });
  }
  view.busy = true;
  core.store.changed('seats', request.as);
  const payload = {
    type: 'view_submission',
    ...who(core, request.as),
    trigger_id: core.triggers.make(request.as),
    view: viewPayload(core, view),
    response_urls: responseUrls(core, view),
  };
  const what = view.raw.callback_id ?? '';
  const ack = await core.deliver({ kind: 'view_submission', what, as: request.as, payload });
  view.busy = false;
  if (failureOf(ack) !== undefined) {
    view.failure = modalFailure;
  } else {
    const reasons = followAck(core, seat, view, ack.body);
    if (reasons.length > 0) {
      core.store.refuse('view_submission ack', 'invalid_response', reasons);
      view.failure = modalFailure;
    }
  }
  core.store.changed('seats', request.as);
  if (view.failure !== undefined) return dispatched(ack, { problem: view.failure });
  const errors = Object.keys(view.errors).length > 0 ? { errors: view.errors } : {};
  return dispatched(ack, { ...errors, ok: !('errors' in errors) });
}

/** Returns the response_urls of selects with `response_url_enabled`. */
function responseUrls(core: Core, view: StoredView): Fields[] {
  return placedElements(view.raw.blocks).flatMap(({ element, blockId, actionId }) => {
    const channel = view.inputs.values[blockId]?.[actionId];
    if (element.response_url_enabled !== true || typeof channel !== 'string') return [];
    const response_url = core.responseUrls.make({ personId: view.personId, channel });
    return [{ block_id: blockId, action_id: actionId, channel_id: channel, response_url }];
  });
}

/** Carries out the ack of a submission; returns the reasons if it is invalid. */
function followAck(core: Core, seat: StoredSeat, view: StoredView, body: unknown): string[] {
  if (body === undefined) return closed(core, seat, view);
  if (!isFields(body)) return ['the body must be empty or a JSON object'];
  if (Object.keys(body).length === 0) return closed(core, seat, view);
  if (body.response_action === 'clear') {
    seat.modals = [];
    return [];
  }
  if (body.response_action === 'errors') return showErrors(view, body.errors);
  if (body.response_action !== 'update' && body.response_action !== 'push') {
    return [`response_action: not one of errors, update, push, clear`];
  }
  if (body.response_action === 'push' && seat.modals.length >= mostModals) {
    return ['three views are open already'];
  }
  const replaces = body.response_action === 'update' ? view : undefined;
  const read = readView(core, 'modal', body.view, replaces);
  if ('fault' in read) return read.fault.reasons;
  if (replaces) replaceView(core, view, read.raw);
  else openModal(core, view.personId, read.raw, true);
  return [];
}

function closed(core: Core, seat: StoredSeat, view: StoredView): string[] {
  seat.modals = seat.modals.filter((one) => one !== view);
  core.store.changed('seats', view.personId);
  return [];
}

function showErrors(view: StoredView, errors: unknown): string[] {
  if (!isFields(errors) || Object.keys(errors).length === 0) return ['errors: required'];
  const inputs = new Set(
    view.raw.blocks.filter((one) => one.type === 'input').map((one) => one.block_id),
  );
  const reasons = Object.entries(errors).flatMap(([blockId, text]) => {
    if (!inputs.has(blockId)) return [`errors.${blockId}: no input block has this block_id`];
    return typeof text === 'string' && text !== '' ? [] : [`errors.${blockId}: empty`];
  });
  if (reasons.length === 0) view.errors = errors as Record<string, string>;
  return reasons;
}

/** Lets a person close the top modal, or the whole stack. */
export async function closeView(core: Core, request: CloseView): Promise<ActionResult> {
  const seat = seatOf(core, request.as);
  const view = openModalOf(seat, request.viewId);
  const gone = request.all || view.raw.clear_on_close ? seat.modals : [view];
  seat.modals = seat.modals.filter((one) => !gone.includes(one));
  core.store.changed('seats', request.as);
  let result = notDispatched();
  for (const one of [...gone].reverse()) {
    if (one.raw.notify_on_close !== true) continue;
    const payload = {
      type: 'view_closed',
      ...who(core, request.as),
      view: viewPayload(core, one),
      is_cleared: gone.length > 1 || request.all === true,
    };
    const what = one.raw.callback_id ?? '';
    result = dispatched(await core.deliver({ kind: 'view_closed', what, as: request.as, payload }));
  }
  return result;
}

function openModalOf(seat: StoredSeat, viewId: string): StoredView {
  const top = seat.modals.at(-1);
  if (top?.id !== viewId) throw new CannotDo('That modal is not on top, or not open any more.');
  return top;
}

function who(core: Core, personId: string): Fields {
  return {
    ...commonFields(core),
    team: teamField(core),
    user: userField(core, core.store.person(personId)),
    enterprise: null,
    is_enterprise_install: false,
  };
}
