-- AlterTable
ALTER TABLE "cycle" ADD COLUMN     "moved_from" DATE,
ADD COLUMN     "notify_from" TIMESTAMPTZ(3);
