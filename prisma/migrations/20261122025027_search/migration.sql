-- Trigrams, for misspelt words: an extension that the owner of a database may create.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "ArticleSearch" (
    "articleSlug" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "stems" tsvector GENERATED ALWAYS AS (to_tsvector('arabic'::regconfig, "text")) STORED,

    CONSTRAINT "ArticleSearch_pkey" PRIMARY KEY ("articleSlug")
);

-- CreateTable
CREATE TABLE "StatementSearch" (
    "statementSlug" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "stems" tsvector GENERATED ALWAYS AS (to_tsvector('arabic'::regconfig, "text")) STORED,

    CONSTRAINT "StatementSearch_pkey" PRIMARY KEY ("statementSlug")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "ArticleSearch_stems_idx" ON "ArticleSearch" USING GIN ("stems");

-- CreateIndex
CREATE INDEX "StatementSearch_stems_idx" ON "StatementSearch" USING GIN ("stems");

-- CreateIndex
CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "ArticleSearch" ADD CONSTRAINT "ArticleSearch_articleSlug_fkey" FOREIGN KEY ("articleSlug") REFERENCES "Article"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementSearch" ADD CONSTRAINT "StatementSearch_statementSlug_fkey" FOREIGN KEY ("statementSlug") REFERENCES "Statement"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;
