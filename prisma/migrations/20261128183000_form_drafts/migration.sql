-- CreateTable
CREATE TABLE "form_draft" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "form_draft_workspace_id_edited_at_idx" ON "form_draft"("workspace_id", "edited_at");

-- CreateIndex
CREATE UNIQUE INDEX "form_draft_author_id_form_field_key" ON "form_draft"("author_id", "form", "field");

-- AddForeignKey
ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
