-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "role_keys" TEXT[] DEFAULT ARRAY[]::TEXT[];
