-- AlterTable
ALTER TABLE "cycle" ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3),
ADD COLUMN     "closed_at" TIMESTAMPTZ(3);
