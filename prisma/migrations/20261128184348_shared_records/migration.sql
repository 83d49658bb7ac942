-- CreateEnum
CREATE TYPE "ConversationSide" AS ENUM ('report', 'manager');

-- AlterTable
ALTER TABLE "action_item" ADD COLUMN     "added_by" "ConversationSide" NOT NULL DEFAULT 'manager',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "conversation" ADD COLUMN     "changed_by" "ConversationSide" NOT NULL DEFAULT 'manager',
ADD COLUMN     "manager_comment" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "notes" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "notes_by" "ConversationSide",
ADD COLUMN     "notes_version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "conversation_difference" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "competency_key" TEXT NOT NULL,
    "marked_by" "ConversationSide" NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_difference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "conversation_difference_workspace_id_idx" ON "conversation_difference"("workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_difference_conversation_id_competency_key_key" ON "conversation_difference"("conversation_id", "competency_key");

-- AddForeignKey
ALTER TABLE "conversation_difference" ADD CONSTRAINT "conversation_difference_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_difference" ADD CONSTRAINT "conversation_difference_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
