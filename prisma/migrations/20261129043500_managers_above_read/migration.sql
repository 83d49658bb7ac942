-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "above_read_from" TIMESTAMPTZ(3);
