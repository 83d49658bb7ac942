-- Tables and columns take the names of the glossary (docs/glossary.md). No row changes.

ALTER TYPE "ActionState" RENAME TO "ActionItemState";

ALTER TABLE "action" RENAME TO "action_item";
ALTER TABLE "action_item" RENAME CONSTRAINT "action_pkey" TO "action_item_pkey";
ALTER TABLE "action_item" RENAME CONSTRAINT "action_workspace_id_fkey" TO "action_item_workspace_id_fkey";
ALTER TABLE "action_item" RENAME CONSTRAINT "action_conversation_id_fkey" TO "action_item_conversation_id_fkey";
ALTER TABLE "action_item" RENAME CONSTRAINT "action_person_id_fkey" TO "action_item_person_id_fkey";
ALTER TABLE "action_item" RENAME CONSTRAINT "action_owner_id_fkey" TO "action_item_owner_id_fkey";
ALTER INDEX "action_workspace_id_person_id_state_idx" RENAME TO "action_item_workspace_id_person_id_state_idx";
ALTER INDEX "action_workspace_id_state_due_on_idx" RENAME TO "action_item_workspace_id_state_due_on_idx";
ALTER INDEX "action_conversation_id_idx" RENAME TO "action_item_conversation_id_idx";
ALTER INDEX "action_owner_id_idx" RENAME TO "action_item_owner_id_idx";
ALTER TABLE "action_item" RENAME COLUMN "times_moved" TO "times_rescheduled";

ALTER TABLE "reading" RENAME TO "access_log_entry";
ALTER TABLE "access_log_entry" RENAME CONSTRAINT "reading_pkey" TO "access_log_entry_pkey";
ALTER TABLE "access_log_entry" RENAME CONSTRAINT "reading_workspace_id_fkey" TO "access_log_entry_workspace_id_fkey";
ALTER TABLE "access_log_entry" RENAME CONSTRAINT "reading_check_in_id_fkey" TO "access_log_entry_check_in_id_fkey";
ALTER TABLE "access_log_entry" RENAME CONSTRAINT "reading_reader_id_fkey" TO "access_log_entry_reader_id_fkey";
ALTER INDEX "reading_workspace_id_check_in_id_idx" RENAME TO "access_log_entry_workspace_id_check_in_id_idx";
ALTER INDEX "reading_reader_id_idx" RENAME TO "access_log_entry_reader_id_idx";

ALTER TABLE "dispatch" RENAME TO "workspace_scheduler";
ALTER TABLE "workspace_scheduler" RENAME CONSTRAINT "dispatch_pkey" TO "workspace_scheduler_pkey";
ALTER TABLE "workspace_scheduler" RENAME CONSTRAINT "dispatch_workspace_id_fkey" TO "workspace_scheduler_workspace_id_fkey";

ALTER TABLE "delivery" RENAME COLUMN "claimed_by" TO "claim_id";
ALTER TABLE "delivery" RENAME COLUMN "stumbles" TO "build_failures";
