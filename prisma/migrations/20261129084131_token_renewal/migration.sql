-- AlterTable
ALTER TABLE "installation" ADD COLUMN     "renewal_refused" TEXT,
ADD COLUMN     "renewal_refused_at" TIMESTAMPTZ(3);
