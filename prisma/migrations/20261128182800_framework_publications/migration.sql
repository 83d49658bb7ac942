-- DropIndex
DROP INDEX "framework_version_workspace_id_hash_key";

-- AlterTable
ALTER TABLE "framework_version" ADD COLUMN     "announced_at" TIMESTAMPTZ(3),
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "published_by" TEXT NOT NULL DEFAULT '';

-- The version in use may have been an older one. From here on the highest number is always in use.
INSERT INTO "framework_version" ("id", "workspace_id", "number", "hash", "document", "note")
SELECT gen_random_uuid(), used."workspace_id", newest."number" + 1, used."hash", used."document",
  'the same as version ' || used."number"
FROM "workspace"
JOIN LATERAL (
  SELECT "number", ARRAY(
    SELECT role->>'key' FROM jsonb_path_query("document", '$.roles[*]') WITH ORDINALITY AS one (role, place)
    ORDER BY place) AS "keys"
  FROM "framework_version" WHERE "workspace_id" = "workspace"."id" ORDER BY "number" DESC LIMIT 1
) AS newest ON newest."keys" <> "workspace"."role_keys"
JOIN LATERAL (
  SELECT * FROM "framework_version" WHERE "workspace_id" = "workspace"."id" AND ARRAY(
    SELECT role->>'key' FROM jsonb_path_query("document", '$.roles[*]') WITH ORDINALITY AS one (role, place)
    ORDER BY place) = "workspace"."role_keys"
  ORDER BY "number" DESC LIMIT 1
) AS used ON true;

-- What is there was never announced, and need not be.
UPDATE "framework_version" SET "announced_at" = now();
