export { claimEarly } from './claims.js';
export { defineMessage, registerMessages } from './define-message.js';
export {
  isDecided,
  type NewDelivery,
  passingReasons,
  recordDeliveries,
  recording,
  timeOrderedId,
} from './enqueue.js';
export { needsOperator, needsOperatorSql, refusesPerson } from './failed.js';
export { deliveryKind } from './kind.js';
export { notifiedLately } from './least-distance.js';
export { readFound } from './look-up.js';
export {
  type FindOutcome,
  type Messenger,
  type OutgoingMessage,
  type PostToFind,
  type PostToRemove,
  type PostToUpdate,
  partsOf,
  type SendOutcome,
  type UpdateOutcome,
} from './messenger.js';
export { countOpenDeliveries, openStates } from './operator/counts.js';
export { type ExplainedDelivery, explainDelivery } from './operator/explanation.js';
export { type Forecast, forecast } from './operator/forecast.js';
export { findDeliveryId, shortIds } from './operator/ids.js';
export {
  type DeliveryFilter,
  type ListedDelivery,
  listDeliveries,
  readDelivery,
} from './operator/list.js';
export {
  countWaiting,
  dropDelivery,
  dropWaiting,
  type Retried,
  retryDelivery,
} from './operator/repair.js';
export { removeLater, removePosts } from './post-removal.js';
export { takePlanningLease } from './rate-limit.js';
export { type Reconciled, reconcileUnknown } from './reconcile.js';
export { redrawAll, redrawDue, redrawPost } from './redraw.js';
export { goneKind } from './redraw-content.js';
export { forgetRefusal, isRefused } from './refusals.js';
export { isOver, type Run } from './run.js';
export { type SentReminder, sendClaimed, sendDue } from './sending.js';
export { sleep } from './sleep.js';
export { isStillWanted } from './still-wanted.js';
export { fitToZones, isZoneChanged } from './zone-changes.js';
