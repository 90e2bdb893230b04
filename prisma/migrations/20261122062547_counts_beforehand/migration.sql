-- CreateTable
CREATE TABLE "StatementCount" (
    "dimension" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C",
    "allTime" BOOLEAN NOT NULL,
    "firstMonth" DATE,
    "lastMonth" DATE,
    "statements" INTEGER NOT NULL,
    "articles" INTEGER,
    "speakers" INTEGER
);

-- CreateTable
CREATE TABLE "StatementOverlap" (
    "dimension" TEXT COLLATE "C" NOT NULL,
    "values" TEXT[] COLLATE "C",
    "allTime" BOOLEAN NOT NULL,
    "firstMonth" DATE,
    "lastMonth" DATE,
    "statements" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "StatementCount_dimension_allTime_firstMonth_idx" ON "StatementCount"("dimension", "allTime", "firstMonth");

-- CreateIndex
CREATE INDEX "StatementCount_dimension_allTime_statements_idx" ON "StatementCount"("dimension", "allTime", "statements" DESC);

-- CreateIndex
CREATE INDEX "StatementCount_dimension_value_allTime_firstMonth_idx" ON "StatementCount"("dimension", "value", "allTime", "firstMonth");

-- CreateIndex
CREATE INDEX "StatementOverlap_dimension_allTime_firstMonth_idx" ON "StatementOverlap"("dimension", "allTime", "firstMonth");
