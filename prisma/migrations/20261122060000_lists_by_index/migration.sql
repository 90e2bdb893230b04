-- A list of statements is read by one SELECT: each row has its links with it.
ALTER TABLE "Statement" ADD COLUMN "attributions" JSON NOT NULL DEFAULT '[]',
ADD COLUMN "addressees" JSON NOT NULL DEFAULT '[]',
ADD COLUMN "relays" JSON NOT NULL DEFAULT '[]',
ADD COLUMN "locations" JSON NOT NULL DEFAULT '[]',
ADD COLUMN "publishedEarliest" DATE;
ALTER TABLE "Statement" ALTER COLUMN "attributions" DROP DEFAULT,
ALTER COLUMN "addressees" DROP DEFAULT,
ALTER COLUMN "relays" DROP DEFAULT,
ALTER COLUMN "locations" DROP DEFAULT;

-- JSON is sent as it was written, JSONB is written out anew for each row that is read.
ALTER TABLE "Statement" ALTER COLUMN "spans" TYPE JSON,
ALTER COLUMN "quotes" TYPE JSON,
ALTER COLUMN "cue" TYPE JSON,
ALTER COLUMN "saidEvidence" TYPE JSON;

ALTER TABLE "Attribution" ADD COLUMN "articleSlug" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN "statementPosition" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "saidEarliest" DATE;
ALTER TABLE "Attribution" ALTER COLUMN "articleSlug" DROP DEFAULT,
ALTER COLUMN "statementPosition" DROP DEFAULT;

-- The orders of lists, expression by expression as src/database/order.ts writes them.
CREATE INDEX "Statement_said_newest_idx" ON "Statement" ((coalesce("saidEarliest", '-infinity'::date)), "articleSlug", (-"position"));
CREATE INDEX "Statement_said_oldest_idx" ON "Statement" ((coalesce("saidEarliest", 'infinity'::date)), "articleSlug", "position");
CREATE INDEX "Statement_published_newest_idx" ON "Statement" ((coalesce("publishedEarliest", '-infinity'::date)), "articleSlug", (-"position"));
CREATE INDEX "Statement_published_oldest_idx" ON "Statement" ((coalesce("publishedEarliest", 'infinity'::date)), "articleSlug", "position");
CREATE INDEX "Attribution_said_newest_idx" ON "Attribution" ("speakerSlug", (coalesce("saidEarliest", '-infinity'::date)), "articleSlug", (-"statementPosition"));
CREATE INDEX "Attribution_said_oldest_idx" ON "Attribution" ("speakerSlug", (coalesce("saidEarliest", 'infinity'::date)), "articleSlug", "statementPosition");
CREATE INDEX "Article_published_newest_idx" ON "Article" ((coalesce("publishedEarliest", '-infinity'::date)), "slug");
CREATE INDEX "Article_published_oldest_idx" ON "Article" ((coalesce("publishedEarliest", 'infinity'::date)), "slug");
CREATE INDEX "Speaker_most_statements_idx" ON "Speaker" ((-"statementCount"), "slug");
CREATE INDEX "Location_most_statements_idx" ON "Location" ((-"statementCount"), "slug");
