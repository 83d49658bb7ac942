-- AlterTable
ALTER TABLE "person" ADD COLUMN     "welcome_from" TIMESTAMPTZ(3);
