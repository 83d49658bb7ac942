-- CreateTable
CREATE TABLE "manager_note" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "manager_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "manager_note_workspace_id_author_id_subject_id_happened_on_idx" ON "manager_note"("workspace_id", "author_id", "subject_id", "happened_on");

-- CreateIndex
CREATE INDEX "manager_note_author_id_idx" ON "manager_note"("author_id");

-- CreateIndex
CREATE INDEX "manager_note_subject_id_idx" ON "manager_note"("subject_id");

-- AddForeignKey
ALTER TABLE "manager_note" ADD CONSTRAINT "manager_note_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manager_note" ADD CONSTRAINT "manager_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manager_note" ADD CONSTRAINT "manager_note_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
