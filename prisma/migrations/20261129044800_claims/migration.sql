-- DropIndex
DROP INDEX "place_request_person_id_key";

-- CreateIndex
CREATE UNIQUE INDEX "place_request_person_id_asked_id_manager_id_key" ON "place_request"("person_id", "asked_id", "manager_id");
