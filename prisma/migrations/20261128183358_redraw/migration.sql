-- AlterTable
ALTER TABLE "cycle" ADD COLUMN     "posts_closed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "drawn" TEXT,
ADD COLUMN     "redraw_claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "redraw_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "redraw_refused" TEXT;

-- CreateIndex: no row has either of them set yet, so that it is made at once.
CREATE INDEX "delivery_workspace_id_redraw_due_at_redraw_claimed_at_idx" ON "delivery"("workspace_id", "redraw_due_at", "redraw_claimed_at")
WHERE "redraw_due_at" IS NOT NULL OR "redraw_claimed_at" IS NOT NULL;
