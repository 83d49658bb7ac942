import type { Core } from './core.js';
import { checkPayload } from './payload/index.js';
import { isViewTooLarge } from './payload/size.js';
import { carryInputs, seedInputs, withIds } from './state/inputs.js';
import { isFields, type RawView, type StoredView } from './state/types.js';

/** A view that Slack would refuse: its error and reasons. */
export interface ViewFault {
  error: 'invalid_arguments' | 'view_too_large' | 'duplicate_external_id' | 'hash_conflict';
  reasons: string[];
}

/** Validates a view that the app sent. `replaces` may keep its own external_id. */
export function readView(
  core: Core,
  type: 'modal' | 'home',
  payload: unknown,
  replaces?: StoredView,
): { raw: RawView } | { fault: ViewFault } {
  if (!isFields(payload)) return faulty('invalid_arguments', ['view: required, a JSON object']);
  if (isViewTooLarge(payload)) return faulty('view_too_large', ['view: larger than 250 kB']);
  const reasons = checkPayload(type, payload, 'view');
  if (reasons.length > 0) return faulty('invalid_arguments', reasons);
  const raw = structuredClone(payload) as RawView;
  const taken = allViews(core).some(
    (one) => one !== replaces && raw.external_id && one.raw.external_id === raw.external_id,
  );
  if (taken) return faulty('duplicate_external_id', [`view.external_id: in use`]);
  raw.blocks = withIds(raw.blocks, () => core.store.newId('b'));
  return { raw };
}

function faulty(error: ViewFault['error'], reasons: string[]): { fault: ViewFault } {
  return { fault: { error, reasons } };
}

/** Returns all open modals and published homes. */
export function allViews(core: Core): StoredView[] {
  return [...core.store.seats.values()].flatMap((seat) =>
    seat.home ? [...seat.modals, seat.home] : seat.modals,
  );
}

/** Creates a view for a person, with its initial values. */
export function newView(
  core: Core,
  personId: string,
  raw: RawView,
  below?: StoredView,
): StoredView {
  const id = core.store.newId('V');
  return {
    id,
    personId,
    hash: newHash(core),
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
    raw,
    inputs: seedInputs(raw.blocks),
    errors: {},
    busy: false,
  };
}

/** Replaces the content of an open view. Typing survives where the inputs do. */
export function replaceView(core: Core, view: StoredView, raw: RawView): void {
  view.inputs = carryInputs(view.raw.blocks, view.inputs, raw.blocks);
  view.raw = raw;
  view.hash = newHash(core);
  view.errors = {};
  delete view.failure;
  core.store.changed('seats', view.personId);
}

/** Opens a modal as the only one, or puts it on top. */
export function openModal(core: Core, personId: string, raw: RawView, onTop: boolean): StoredView {
  const seat = core.store.seat(personId);
  const view = newView(core, personId, raw, onTop ? seat.modals.at(-1) : undefined);
  seat.modals = onTop ? [...seat.modals, view] : [view];
  core.store.changed('seats', personId);
  return view;
}

function newHash(core: Core): string {
  const seconds = Math.floor(Date.now() / 1000);
  return `${seconds}.${core.store.newId('h').toLowerCase()}`;
}
