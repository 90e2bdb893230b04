-- A database with rows in it takes the columns too. It is seeded again right after.
-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "sortTitle" TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "Article" ALTER COLUMN "sortTitle" DROP DEFAULT;

-- AlterTable
ALTER TABLE "Publisher" ADD COLUMN     "sortName" TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "Publisher" ALTER COLUMN "sortName" DROP DEFAULT;
