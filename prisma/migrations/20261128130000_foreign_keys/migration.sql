-- without a transaction

-- CreateIndex
CREATE INDEX CONCURRENTLY IF NOT EXISTS "cycle_framework_version_id_idx" ON "cycle"("framework_version_id");

-- CreateIndex
CREATE INDEX CONCURRENTLY IF NOT EXISTS "check_in_framework_version_id_idx" ON "check_in"("framework_version_id");

-- CreateIndex
CREATE INDEX CONCURRENTLY IF NOT EXISTS "assessment_subject_id_idx" ON "assessment"("subject_id");

-- CreateIndex
CREATE INDEX CONCURRENTLY IF NOT EXISTS "assessment_framework_version_id_idx" ON "assessment"("framework_version_id");

-- CreateIndex
CREATE INDEX CONCURRENTLY IF NOT EXISTS "conversation_person_id_idx" ON "conversation"("person_id");

-- CreateIndex
CREATE INDEX CONCURRENTLY IF NOT EXISTS "action_conversation_id_idx" ON "action"("conversation_id");

-- CreateIndex
CREATE INDEX CONCURRENTLY IF NOT EXISTS "action_owner_id_idx" ON "action"("owner_id");

-- CreateIndex
CREATE INDEX CONCURRENTLY IF NOT EXISTS "reading_reader_id_idx" ON "reading"("reader_id");
