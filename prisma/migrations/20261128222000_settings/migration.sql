-- CreateEnum
CREATE TYPE "RolesSetBy" AS ENUM ('everybody', 'admins');

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "is_slack_admin" BOOLEAN NOT NULL DEFAULT false;

-- Until now an admin was whoever Slack said.
UPDATE "person" SET "is_slack_admin" = "is_admin";

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "admin_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "days_off" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "roles_set_by" "RolesSetBy" NOT NULL DEFAULT 'everybody',
ADD COLUMN     "working_from" INTEGER NOT NULL DEFAULT 9,
ADD COLUMN     "working_to" INTEGER NOT NULL DEFAULT 17;

-- CreateTable
CREATE TABLE "audit_log_entry" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "actor_id" UUID,
    "operator" TEXT NOT NULL DEFAULT '',
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_log_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_log_entry_workspace_id_at_idx" ON "audit_log_entry"("workspace_id", "at");

-- CreateIndex
CREATE INDEX "audit_log_entry_actor_id_idx" ON "audit_log_entry"("actor_id");

-- AddForeignKey
ALTER TABLE "audit_log_entry" ADD CONSTRAINT "audit_log_entry_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log_entry" ADD CONSTRAINT "audit_log_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
