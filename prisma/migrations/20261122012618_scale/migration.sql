-- DropIndex
DROP INDEX "delivery_workspace_id_recipient_id_idx";

-- CreateIndex
CREATE INDEX "delivery_recipient_id_cycle_id_kind_idx" ON "delivery"("recipient_id", "cycle_id", "kind");

-- CreateIndex
CREATE INDEX "delivery_cycle_id_kind_step_recipient_id_idx" ON "delivery"("cycle_id", "kind", "step", "recipient_id");

-- CreateIndex
CREATE INDEX "person_workspace_id_time_zone_idx" ON "person"("workspace_id", "time_zone");
