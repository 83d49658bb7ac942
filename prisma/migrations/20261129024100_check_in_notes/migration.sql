-- CreateTable
CREATE TABLE "check_in_note" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "check_in_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_in_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "check_in_note_check_in_id_added_at_idx" ON "check_in_note"("check_in_id", "added_at");

-- AddForeignKey
ALTER TABLE "check_in_note" ADD CONSTRAINT "check_in_note_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_note" ADD CONSTRAINT "check_in_note_check_in_id_fkey" FOREIGN KEY ("check_in_id") REFERENCES "check_in"("id") ON DELETE CASCADE ON UPDATE CASCADE;
