export {
  type AdminNudge,
  foreseeNudge,
  nudgePeople,
} from './admin-nudges.js';
export { type CycleChangedMessage, cycleChanged } from './change-message.js';
export { type CycleClosedMessage, cycleClosed } from './closing-message.js';
export { type DayTotal, forecastCycle } from './cycle-forecast.js';
export { deferMessage } from './deferring.js';
export { type EarlyMessage, type EarlyPlan, planEarly } from './early-plan.js';
export { type EarlyOutcome, sendEarly } from './early-sending.js';
export {
  allSet,
  digest,
  type InvitationMessage,
  invitation,
  type NudgeMessage,
  nudge,
  type ReminderMessage,
  reminder,
} from './messages.js';
export { type NewcomerMessage, newcomer } from './newcomer-message.js';
export { type NudgeInput, type NudgeResult, nudgeReport } from './nudges.js';
export { type PlannedCycle, planOf } from './planned-cycle.js';
export { planAndRecord } from './planning.js';
export {
  nextReminderAt,
  type PreviewedReminder,
  planMessages,
  previewReminders,
  type SentReminder,
  sendReminders,
} from './reminders.js';
export { type AdminSummaryMessage, adminSummary } from './summary-message.js';
export { type ViewsWaitingMessage, viewsWaiting } from './view-message.js';
export { type CycleTotals, forecastCycles } from './workspace-forecast.js';
