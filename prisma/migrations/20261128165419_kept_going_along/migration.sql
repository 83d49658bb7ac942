-- CreateEnum
CREATE TYPE "KeptGoingAlong" AS ENUM ('all', 'used', 'none');

-- AlterTable
ALTER TABLE "check_in" ADD COLUMN     "kept_going_along" "KeptGoingAlong" NOT NULL DEFAULT 'all';
