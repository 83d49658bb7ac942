-- AlterTable
ALTER TABLE "cycle" ADD COLUMN     "for_some" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "cycle_member" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cycle_member_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "cycle_member_workspace_id_idx" ON "cycle_member"("workspace_id");

-- CreateIndex
CREATE INDEX "cycle_member_person_id_idx" ON "cycle_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_member_cycle_id_person_id_key" ON "cycle_member"("cycle_id", "person_id");

-- AddForeignKey
ALTER TABLE "cycle_member" ADD CONSTRAINT "cycle_member_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_member" ADD CONSTRAINT "cycle_member_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_member" ADD CONSTRAINT "cycle_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
