ALTER TABLE "post_to_delete" ADD COLUMN "slack_file_id" TEXT;
