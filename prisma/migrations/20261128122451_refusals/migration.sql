-- AlterTable
ALTER TABLE "dispatch" ADD COLUMN     "refused_because" TEXT,
ADD COLUMN     "refused_until" TIMESTAMPTZ(3);
