-- CreateTable
CREATE TABLE "installation" (
    "workspace_id" UUID NOT NULL,
    "bot_id" TEXT NOT NULL,
    "bot_user_id" TEXT NOT NULL,
    "enterprise_id" TEXT,
    "key_id" TEXT NOT NULL,
    "sealed_tokens" BYTEA NOT NULL,
    "token_expires_at" TIMESTAMPTZ(3),
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" TEXT NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("workspace_id")
);

-- AddForeignKey
ALTER TABLE "installation" ADD CONSTRAINT "installation_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
