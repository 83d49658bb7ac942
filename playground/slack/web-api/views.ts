import type { Core } from '../core.js';
import { viewPayload } from '../delivery/payloads.js';
import type { RawView, StoredView } from '../state/types.js';
import { allViews, newView, openModal, readView, replaceView } from '../views.js';
import type { Args } from './args.js';
import { ApiError, type Method, tiers } from './method.js';

const mostModals = 3;

/** views.* methods. */
export const viewMethods: Record<string, Method> = {
  'views.open': {
    scopes: [],
    args: ['trigger_id', 'interactivity_pointer', 'view'],
    required: ['trigger_id', 'view'],
    perMinute: tiers.four,
    run: (core, args) => {
      const personId = pressedBy(core, args);
      const raw = checked(core, 'modal', args);
      core.triggers.spend(args.text('trigger_id') ?? '');
      return { view: viewPayload(core, openModal(core, personId, raw, false)) };
    },
  },
  'views.push': {
    scopes: [],
    args: ['trigger_id', 'interactivity_pointer', 'view'],
    required: ['trigger_id', 'view'],
    perMinute: tiers.four,
    run: (core, args) => {
      const personId = pressedBy(core, args);
      const open = core.store.seat(personId).modals.length;
      // A refused call uses the trigger up as well.
      if (open === 0 || open >= mostModals) core.triggers.spend(args.text('trigger_id') ?? '');
      if (open === 0) throw new ApiError('not_found', ['no modal is open to push onto']);
      if (open >= mostModals) throw new ApiError('push_limit_reached');
      const raw = checked(core, 'modal', args);
      core.triggers.spend(args.text('trigger_id') ?? '');
      return { view: viewPayload(core, openModal(core, personId, raw, true)) };
    },
  },
  'views.update': {
    scopes: [],
    args: ['view', 'external_id', 'hash', 'view_id'],
    required: ['view'],
    perMinute: tiers.four,
    run: (core, args) => {
      const view = openView(core, args);
      checkHash(args, view);
      replaceView(core, view, checked(core, view.raw.type, args, view));
      return { view: viewPayload(core, view) };
    },
  },
  'views.publish': {
    scopes: [],
    args: ['user_id', 'view', 'hash'],
    required: ['user_id', 'view'],
    perMinute: tiers.four,
    run: (core, args) => {
      const seat = core.store.seats.get(args.text('user_id') ?? '');
      if (!seat) throw new ApiError('user_not_found');
      checkHash(args, seat.home);
      const raw = checked(core, 'home', args, seat.home);
      if (seat.home) replaceView(core, seat.home, raw);
      else seat.home = newView(core, args.text('user_id') ?? '', raw);
      core.store.changed('seats', seat.home.personId);
      return { view: viewPayload(core, seat.home) };
    },
  },
};

/** Returns the person of a trigger id. Throws Slack's errors for an invalid trigger. */
function pressedBy(core: Core, args: Args): string {
  const found = core.triggers.check(args.text('trigger_id') ?? '');
  if ('fault' in found) throw new ApiError(found.fault);
  return found.personId;
}

function checked(core: Core, type: 'modal' | 'home', args: Args, replaces?: StoredView): RawView {
  const read = readView(core, type, args.json('view'), replaces);
  if ('fault' in read) throw new ApiError(read.fault.error, read.fault.reasons);
  return read.raw;
}

function openView(core: Core, args: Args): StoredView {
  const id = args.text('view_id');
  const externalId = args.text('external_id');
  if (!id && !externalId) throw new ApiError('invalid_arguments', ['view_id: required']);
  const view = allViews(core).find((one) =>
    id ? one.id === id : one.raw.external_id === externalId,
  );
  if (!view) throw new ApiError('not_found');
  return view;
}

/** An empty hash conflicts as well: an app without one must omit it. */
function checkHash(args: Args, view: StoredView | undefined): void {
  const hash = args.text('hash');
  if (hash !== undefined && hash !== view?.hash) throw new ApiError('hash_conflict');
}
