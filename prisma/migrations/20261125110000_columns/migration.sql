-- Statistics are counted over columns, all of them: what was counted beforehand is needed no more.
DROP TABLE "StatementCount";
DROP TABLE "StatementOverlap";

-- CreateTable
CREATE TABLE "StatementColumn" (
    "segment" INTEGER NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "length" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "base" INTEGER NOT NULL,
    "top" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "StatementColumn_pkey" PRIMARY KEY ("segment","name")
);
