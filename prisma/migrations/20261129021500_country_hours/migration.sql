-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "country_hours" TEXT[] DEFAULT ARRAY[]::TEXT[];
