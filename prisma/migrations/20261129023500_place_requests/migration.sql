-- AlterEnum
ALTER TYPE "RolesSetBy" ADD VALUE 'manager';

-- CreateTable
CREATE TABLE "place_request" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "asked_id" UUID NOT NULL,
    "role_key" TEXT,
    "manager_id" UUID,
    "in_role_since" DATE,
    "place_before" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "place_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "place_request_person_id_key" ON "place_request"("person_id");

-- CreateIndex
CREATE INDEX "place_request_workspace_id_idx" ON "place_request"("workspace_id");

-- CreateIndex
CREATE INDEX "place_request_asked_id_idx" ON "place_request"("asked_id");

-- CreateIndex
CREATE INDEX "place_request_manager_id_idx" ON "place_request"("manager_id");

-- AddForeignKey
ALTER TABLE "place_request" ADD CONSTRAINT "place_request_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_request" ADD CONSTRAINT "place_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_request" ADD CONSTRAINT "place_request_asked_id_fkey" FOREIGN KEY ("asked_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_request" ADD CONSTRAINT "place_request_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
