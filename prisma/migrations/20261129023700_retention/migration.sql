-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "keep_leavers_months" INTEGER NOT NULL DEFAULT 12,
ADD COLUMN     "keep_reviews_months" INTEGER NOT NULL DEFAULT 36;

-- AlterTable
ALTER TABLE "workspace_scheduler" ADD COLUMN     "retained_at" TIMESTAMPTZ(3);
