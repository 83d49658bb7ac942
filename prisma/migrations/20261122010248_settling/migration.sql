-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "looked_for_at" TIMESTAMPTZ(3);
