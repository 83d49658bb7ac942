-- CreateEnum
CREATE TYPE "Cadence" AS ENUM ('quarterly', 'half_yearly', 'yearly', 'off');

-- CreateEnum
CREATE TYPE "CheckInState" AS ENUM ('draft', 'submitted');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('due', 'claimed', 'sent', 'held', 'obsolete', 'failed', 'unknown');

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "slack_team_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "cadence" "Cadence" NOT NULL DEFAULT 'quarterly',
    "first_month" INTEGER NOT NULL DEFAULT 1,
    "working_days" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "opens_days_before" INTEGER NOT NULL DEFAULT 21,
    "due_days_before" INTEGER NOT NULL DEFAULT 7,
    "reminder_days_before" INTEGER[] DEFAULT ARRAY[14, 9, 7]::INTEGER[],
    "digest_days_before" INTEGER[] DEFAULT ARRAY[14, 7, 1]::INTEGER[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_version" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "framework_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "slack_user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "locale" TEXT NOT NULL DEFAULT 'en-US',
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "is_bot" BOOLEAN NOT NULL DEFAULT false,
    "left_at" TIMESTAMPTZ(3),
    "profile_read_at" TIMESTAMPTZ(3),
    "role_key" TEXT,
    "manager_id" UUID,
    "in_role_since" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cycle" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "period" TEXT,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "review_on" DATE NOT NULL,
    "framework_version_id" UUID,
    "opened_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "framework_version_id" UUID NOT NULL,
    "role_key" TEXT NOT NULL,
    "state" "CheckInState" NOT NULL DEFAULT 'draft',
    "page" INTEGER NOT NULL DEFAULT 0,
    "proud_of" TEXT NOT NULL DEFAULT '',
    "next" TEXT NOT NULL DEFAULT '',
    "needs" TEXT NOT NULL DEFAULT '',
    "last_page_edited_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in_answer" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "check_in_id" UUID NOT NULL,
    "competency_key" TEXT NOT NULL,
    "rating_key" TEXT,
    "no_opportunity" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL DEFAULT '',
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_in_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient_id" UUID NOT NULL,
    "subject_id" UUID,
    "cycle_id" UUID,
    "step" TEXT NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'due',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "claimed_by" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "slack_channel_id" TEXT,
    "slack_ts" TEXT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slack_team_id_key" ON "workspace"("slack_team_id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_version_workspace_id_hash_key" ON "framework_version"("workspace_id", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "framework_version_workspace_id_number_key" ON "framework_version"("workspace_id", "number");

-- CreateIndex
CREATE INDEX "person_workspace_id_manager_id_idx" ON "person"("workspace_id", "manager_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_workspace_id_slack_user_id_key" ON "person"("workspace_id", "slack_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_workspace_id_name_key" ON "cycle"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_workspace_id_period_key" ON "cycle"("workspace_id", "period");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_workspace_id_review_on_key" ON "cycle"("workspace_id", "review_on");

-- CreateIndex
CREATE INDEX "check_in_workspace_id_person_id_idx" ON "check_in"("workspace_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_cycle_id_person_id_key" ON "check_in"("cycle_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_answer_check_in_id_competency_key_key" ON "check_in_answer"("check_in_id", "competency_key");

-- CreateIndex
CREATE INDEX "delivery_state_due_at_idx" ON "delivery"("state", "due_at");

-- CreateIndex
CREATE INDEX "delivery_workspace_id_recipient_id_idx" ON "delivery"("workspace_id", "recipient_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_workspace_id_key_key" ON "delivery"("workspace_id", "key");

-- AddForeignKey
ALTER TABLE "framework_version" ADD CONSTRAINT "framework_version_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_framework_version_id_fkey" FOREIGN KEY ("framework_version_id") REFERENCES "framework_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_framework_version_id_fkey" FOREIGN KEY ("framework_version_id") REFERENCES "framework_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_answer" ADD CONSTRAINT "check_in_answer_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_answer" ADD CONSTRAINT "check_in_answer_check_in_id_fkey" FOREIGN KEY ("check_in_id") REFERENCES "check_in"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE CASCADE ON UPDATE CASCADE;
