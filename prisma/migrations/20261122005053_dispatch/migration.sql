-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "stumbles" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "dispatch" (
    "workspace_id" UUID NOT NULL,
    "planned_at" TIMESTAMPTZ(6),
    "free_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "slowdown" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "limited_until" TIMESTAMPTZ(6),

    CONSTRAINT "dispatch_pkey" PRIMARY KEY ("workspace_id")
);

-- AddForeignKey
ALTER TABLE "dispatch" ADD CONSTRAINT "dispatch_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
