-- CreateTable
CREATE TABLE "cycle_exclusion" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "until" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cycle_exclusion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "cycle_exclusion_workspace_id_idx" ON "cycle_exclusion"("workspace_id");

-- CreateIndex
CREATE INDEX "cycle_exclusion_person_id_idx" ON "cycle_exclusion"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_exclusion_cycle_id_person_id_key" ON "cycle_exclusion"("cycle_id", "person_id");

-- AddForeignKey
ALTER TABLE "cycle_exclusion" ADD CONSTRAINT "cycle_exclusion_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_exclusion" ADD CONSTRAINT "cycle_exclusion_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_exclusion" ADD CONSTRAINT "cycle_exclusion_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
