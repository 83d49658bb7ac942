-- The readings of words that belong to no single check-in, by people and by operators
ALTER TABLE "access_log_entry" ADD COLUMN "subject_id" UUID,
ADD COLUMN "operator" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "check_in_id" DROP NOT NULL,
ALTER COLUMN "reader_id" DROP NOT NULL;

UPDATE "access_log_entry" SET "subject_id" = "check_in"."person_id"
FROM "check_in" WHERE "check_in"."id" = "access_log_entry"."check_in_id";

ALTER TABLE "access_log_entry" ALTER COLUMN "subject_id" SET NOT NULL;

-- DropForeignKey
ALTER TABLE "access_log_entry" DROP CONSTRAINT "access_log_entry_reader_id_fkey";

-- DropIndex
DROP INDEX "access_log_entry_workspace_id_check_in_id_idx";

-- AlterTable
ALTER TABLE "audit_log_entry" ADD COLUMN "person_id" UUID;

-- CreateIndex
CREATE INDEX "access_log_entry_workspace_id_subject_id_read_at_idx" ON "access_log_entry"("workspace_id", "subject_id", "read_at");

-- CreateIndex
CREATE INDEX "access_log_entry_check_in_id_idx" ON "access_log_entry"("check_in_id");

-- CreateIndex
CREATE INDEX "audit_log_entry_person_id_at_idx" ON "audit_log_entry"("person_id", "at");

-- AddForeignKey
ALTER TABLE "access_log_entry" ADD CONSTRAINT "access_log_entry_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_log_entry" ADD CONSTRAINT "access_log_entry_reader_id_fkey" FOREIGN KEY ("reader_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log_entry" ADD CONSTRAINT "audit_log_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
