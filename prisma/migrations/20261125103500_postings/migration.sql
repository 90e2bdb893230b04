-- Search reads the postings of words, which are made while a corpus is loaded. What is there
-- already is found again when the next corpus is, which a new migration always brings about.
DROP TABLE "ArticleSearch";
DROP TABLE "StatementSearch";

-- CreateTable
CREATE TABLE "ArticlePosting" (
    "word" TEXT COLLATE "C" NOT NULL,
    "firstNumber" INTEGER NOT NULL,
    "documents" BYTEA NOT NULL,
    "positions" BYTEA NOT NULL,

    CONSTRAINT "ArticlePosting_pkey" PRIMARY KEY ("word","firstNumber")
);

-- CreateTable
CREATE TABLE "StatementPosting" (
    "word" TEXT COLLATE "C" NOT NULL,
    "firstNumber" INTEGER NOT NULL,
    "documents" BYTEA NOT NULL,
    "positions" BYTEA NOT NULL,

    CONSTRAINT "StatementPosting_pkey" PRIMARY KEY ("word","firstNumber")
);

-- They are small already, and pressing them smaller takes longer than all else with them.
ALTER TABLE "ArticlePosting" ALTER COLUMN "documents" SET STORAGE EXTERNAL, ALTER COLUMN "positions" SET STORAGE EXTERNAL;
ALTER TABLE "StatementPosting" ALTER COLUMN "documents" SET STORAGE EXTERNAL, ALTER COLUMN "positions" SET STORAGE EXTERNAL;

ALTER TABLE "SearchWord" ADD COLUMN "stem" TEXT COLLATE "C" GENERATED ALWAYS AS ((strip(to_tsvector('arabic'::regconfig, "word")))::text) STORED;

-- CreateIndex
CREATE INDEX "SearchWord_stem_idx" ON "SearchWord"("stem");
