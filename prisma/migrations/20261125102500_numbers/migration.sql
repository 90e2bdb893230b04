-- What columns and postings call a row by. Rows that are there already get one too: they are
-- served until the next corpus is loaded.
ALTER TABLE "Publisher" ADD COLUMN "number" INTEGER;
ALTER TABLE "Speaker" ADD COLUMN "number" INTEGER;
ALTER TABLE "Location" ADD COLUMN "number" INTEGER;
ALTER TABLE "Article" ADD COLUMN "number" INTEGER;
ALTER TABLE "Statement" ADD COLUMN "number" INTEGER;

UPDATE "Publisher" t SET "number" = n.place FROM (SELECT "slug", row_number() OVER (ORDER BY "slug") - 1 AS place FROM "Publisher") n WHERE n."slug" = t."slug";
UPDATE "Speaker" t SET "number" = n.place FROM (SELECT "slug", row_number() OVER (ORDER BY "slug") - 1 AS place FROM "Speaker") n WHERE n."slug" = t."slug";
UPDATE "Location" t SET "number" = n.place FROM (SELECT "slug", row_number() OVER (ORDER BY "slug") - 1 AS place FROM "Location") n WHERE n."slug" = t."slug";
UPDATE "Article" t SET "number" = n.place FROM (SELECT "slug", row_number() OVER (ORDER BY "slug") - 1 AS place FROM "Article") n WHERE n."slug" = t."slug";
UPDATE "Statement" t SET "number" = n.place FROM (SELECT "slug", row_number() OVER (ORDER BY "slug") - 1 AS place FROM "Statement") n WHERE n."slug" = t."slug";

ALTER TABLE "Publisher" ALTER COLUMN "number" SET NOT NULL;
ALTER TABLE "Speaker" ALTER COLUMN "number" SET NOT NULL;
ALTER TABLE "Location" ALTER COLUMN "number" SET NOT NULL;
ALTER TABLE "Article" ALTER COLUMN "number" SET NOT NULL;
ALTER TABLE "Statement" ALTER COLUMN "number" SET NOT NULL;

CREATE UNIQUE INDEX "Publisher_number_key" ON "Publisher"("number");
CREATE UNIQUE INDEX "Speaker_number_key" ON "Speaker"("number");
CREATE UNIQUE INDEX "Location_number_key" ON "Location"("number");
CREATE UNIQUE INDEX "Article_number_key" ON "Article"("number");
CREATE UNIQUE INDEX "Statement_number_key" ON "Statement"("number");
