-- A statement's links name it by its number: a quarter of the bytes of its slug in every row and
-- index. Where a link is named in the text stands in the statement's own row and nowhere else.
ALTER TABLE "Attribution" ADD COLUMN "statementNumber" INTEGER;
ALTER TABLE "Addressee" ADD COLUMN "statementNumber" INTEGER;
ALTER TABLE "Relay" ADD COLUMN "statementNumber" INTEGER;
ALTER TABLE "StatementLocation" ADD COLUMN "statementNumber" INTEGER;
UPDATE "Attribution" l SET "statementNumber" = s.number FROM "Statement" s WHERE s.slug = l."statementSlug";
UPDATE "Addressee" l SET "statementNumber" = s.number FROM "Statement" s WHERE s.slug = l."statementSlug";
UPDATE "Relay" l SET "statementNumber" = s.number FROM "Statement" s WHERE s.slug = l."statementSlug";
UPDATE "StatementLocation" l SET "statementNumber" = s.number FROM "Statement" s WHERE s.slug = l."statementSlug";
-- What foreign keys refer to is a key by name too: tools that read the schema look for these.
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_number_key" UNIQUE USING INDEX "Statement_number_key";
-- With the old columns go their keys and indexes.
ALTER TABLE "Attribution" DROP COLUMN "statementSlug", DROP COLUMN "mention", ALTER COLUMN "statementNumber" SET NOT NULL,
	ADD CONSTRAINT "Attribution_pkey" PRIMARY KEY ("statementNumber", "speakerSlug"),
	ADD CONSTRAINT "Attribution_statementNumber_fkey" FOREIGN KEY ("statementNumber") REFERENCES "Statement"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Addressee" DROP COLUMN "statementSlug", DROP COLUMN "mention", ALTER COLUMN "statementNumber" SET NOT NULL,
	ADD CONSTRAINT "Addressee_pkey" PRIMARY KEY ("statementNumber", "position"),
	ADD CONSTRAINT "Addressee_statementNumber_fkey" FOREIGN KEY ("statementNumber") REFERENCES "Statement"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Relay" DROP COLUMN "statementSlug", DROP COLUMN "mention", ALTER COLUMN "statementNumber" SET NOT NULL,
	ADD CONSTRAINT "Relay_pkey" PRIMARY KEY ("statementNumber", "position"),
	ADD CONSTRAINT "Relay_statementNumber_fkey" FOREIGN KEY ("statementNumber") REFERENCES "Statement"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "StatementLocation" DROP COLUMN "statementSlug", DROP COLUMN "mention", ALTER COLUMN "statementNumber" SET NOT NULL,
	ADD CONSTRAINT "StatementLocation_pkey" PRIMARY KEY ("statementNumber", "locationSlug", "role"),
	ADD CONSTRAINT "StatementLocation_statementNumber_fkey" FOREIGN KEY ("statementNumber") REFERENCES "Statement"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Attribution_speakerSlug_statementNumber_idx" ON "Attribution"("speakerSlug", "statementNumber");
CREATE INDEX "Addressee_speakerSlug_statementNumber_idx" ON "Addressee"("speakerSlug", "statementNumber");
CREATE INDEX "Relay_speakerSlug_statementNumber_idx" ON "Relay"("speakerSlug", "statementNumber");
CREATE INDEX "StatementLocation_locationSlug_statementNumber_idx" ON "StatementLocation"("locationSlug", "statementNumber");

-- A place stands once in an article, so that is its key. Where it stands is kept as it was written.
ALTER TABLE "ArticleLocation" DROP CONSTRAINT "ArticleLocation_pkey", ALTER COLUMN "mention" TYPE JSON;
DROP INDEX "ArticleLocation_articleSlug_locationSlug_key";
ALTER TABLE "ArticleLocation" ADD CONSTRAINT "ArticleLocation_pkey" PRIMARY KEY ("articleSlug", "locationSlug");
