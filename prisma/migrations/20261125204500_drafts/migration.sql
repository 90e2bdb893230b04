-- Lists and searches leave out what only drafts tell of. What is there already counts as
-- curated until the next corpus is loaded, which a new migration always brings about.
ALTER TABLE "Publisher" ADD COLUMN "reviewStatus" "ReviewStatus" NOT NULL DEFAULT 'CURATED';
ALTER TABLE "Speaker" ADD COLUMN "reviewStatus" "ReviewStatus" NOT NULL DEFAULT 'CURATED',
ADD COLUMN "draftStatementCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Location" ADD COLUMN "reviewStatus" "ReviewStatus" NOT NULL DEFAULT 'CURATED',
ADD COLUMN "draftStatementCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Occasion" ADD COLUMN "reviewStatus" "ReviewStatus" NOT NULL DEFAULT 'CURATED';
ALTER TABLE "Article" ADD COLUMN "reviewStatus" "ReviewStatus" NOT NULL DEFAULT 'CURATED';
ALTER TABLE "SearchWord" ADD COLUMN "isCurated" BOOLEAN NOT NULL DEFAULT true;

-- The loader must say it of each row.
ALTER TABLE "Publisher" ALTER COLUMN "reviewStatus" DROP DEFAULT;
ALTER TABLE "Speaker" ALTER COLUMN "reviewStatus" DROP DEFAULT, ALTER COLUMN "draftStatementCount" DROP DEFAULT;
ALTER TABLE "Location" ALTER COLUMN "reviewStatus" DROP DEFAULT, ALTER COLUMN "draftStatementCount" DROP DEFAULT;
ALTER TABLE "Occasion" ALTER COLUMN "reviewStatus" DROP DEFAULT;
ALTER TABLE "Article" ALTER COLUMN "reviewStatus" DROP DEFAULT;
ALTER TABLE "SearchWord" ALTER COLUMN "isCurated" DROP DEFAULT;
