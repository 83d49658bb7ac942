-- DropForeignKey
ALTER TABLE "access_log_entry" DROP CONSTRAINT "access_log_entry_reader_id_fkey";

-- DropForeignKey
ALTER TABLE "action_item" DROP CONSTRAINT "action_item_owner_id_fkey";

-- DropForeignKey
ALTER TABLE "assessment" DROP CONSTRAINT "assessment_author_id_fkey";

-- AlterTable
ALTER TABLE "access_log_entry" ALTER COLUMN "reader_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "action_item" ALTER COLUMN "owner_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "assessment" ALTER COLUMN "author_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "conversation" ALTER COLUMN "manager_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "erased_person" (
    "workspace_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erased_person_pkey" PRIMARY KEY ("workspace_id","hash")
);

-- CreateTable
CREATE TABLE "post_to_delete" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "slack_channel_id" TEXT NOT NULL,
    "slack_ts" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "post_to_delete_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "post_to_delete_workspace_id_due_at_idx" ON "post_to_delete"("workspace_id", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "post_to_delete_workspace_id_slack_channel_id_slack_ts_key" ON "post_to_delete"("workspace_id", "slack_channel_id", "slack_ts");

-- CreateIndex
CREATE INDEX "conversation_manager_id_idx" ON "conversation"("manager_id");

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Managers who were erased by hand.
UPDATE "conversation" SET "manager_id" = NULL
WHERE NOT EXISTS (SELECT FROM "person" WHERE "person"."id" = "conversation"."manager_id");

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_log_entry" ADD CONSTRAINT "access_log_entry_reader_id_fkey" FOREIGN KEY ("reader_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erased_person" ADD CONSTRAINT "erased_person_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_to_delete" ADD CONSTRAINT "post_to_delete_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
