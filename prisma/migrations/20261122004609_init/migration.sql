-- CreateEnum
CREATE TYPE "StatementKind" AS ENUM ('DIRECT', 'INDIRECT', 'MIXED');

-- CreateEnum
CREATE TYPE "SpeechAct" AS ENUM ('ASSERT', 'DEMAND', 'PROMISE', 'DENY', 'DECLINE_TO_COMMENT', 'PRAISE', 'THANK', 'CONDOLE', 'WARN', 'ANNOUNCE', 'CONGRATULATE', 'QUESTION');

-- CreateEnum
CREATE TYPE "AttributionRole" AS ENUM ('SOLE', 'JOINT', 'SPOKESPERSON_FOR', 'METONYM');

-- CreateEnum
CREATE TYPE "MentionResolution" AS ENUM ('NAMED', 'EPITHET', 'PRONOUN', 'DROPPED_SUBJECT', 'HEADLINE');

-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('CURATED', 'DRAFT');

-- CreateEnum
CREATE TYPE "AnnotationMethod" AS ENUM ('HAND', 'RULE');

-- CreateEnum
CREATE TYPE "SpeakerKind" AS ENUM ('PERSON', 'ORGANIZATION', 'STATE', 'MEDIA', 'GROUP', 'ANONYMOUS', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "NameKind" AS ENUM ('OFFICIAL', 'ALIAS', 'SPELLING', 'EPITHET');

-- CreateEnum
CREATE TYPE "LocationKind" AS ENUM ('COUNTRY', 'REGION', 'CITY', 'BUILDING', 'BASE', 'WATER');

-- CreateEnum
CREATE TYPE "LocationRole" AS ENUM ('SPOKEN_AT', 'ABOUT', 'MENTIONED');

-- CreateEnum
CREATE TYPE "OccasionKind" AS ENUM ('PRESS_CONFERENCE', 'MEETING', 'CALL', 'SPEECH', 'WRITTEN_STATEMENT', 'POST', 'INTERVIEW', 'BRIEFING');

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('DAY', 'MONTH', 'YEAR', 'INTERVAL', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "DateBasis" AS ENUM ('EXPLICIT', 'WEEKDAY_RELATIVE', 'EVENT_INFERRED', 'PUBLICATION', 'NONE');

-- CreateEnum
CREATE TYPE "SegmentKind" AS ENUM ('HEADLINE', 'BODY', 'SOURCE_LINE', 'DATELINE', 'EMBED', 'RELATED', 'CHROME', 'COMMENT');

-- CreateEnum
CREATE TYPE "TextDirection" AS ENUM ('RTL', 'LTR');

-- CreateTable
CREATE TABLE "Corpus" (
    "version" TEXT COLLATE "C" NOT NULL,
    "buildKey" TEXT COLLATE "C" NOT NULL,
    "seededAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Corpus_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "Document" (
    "fileName" TEXT COLLATE "C" NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("fileName")
);

-- CreateTable
CREATE TABLE "DocumentSegment" (
    "documentFileName" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "SegmentKind" NOT NULL,
    "span" JSONB NOT NULL,

    CONSTRAINT "DocumentSegment_pkey" PRIMARY KEY ("documentFileName","position")
);

-- CreateTable
CREATE TABLE "Publisher" (
    "slug" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Publisher_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "PublisherName" (
    "publisherSlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "kind" "NameKind" NOT NULL,

    CONSTRAINT "PublisherName_pkey" PRIMARY KEY ("publisherSlug","position")
);

-- CreateTable
CREATE TABLE "Speaker" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "kind" "SpeakerKind" NOT NULL,
    "wikidataId" TEXT COLLATE "C",
    "sortName" TEXT COLLATE "C" NOT NULL,
    "statementCount" INTEGER NOT NULL,

    CONSTRAINT "Speaker_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "SpeakerName" (
    "speakerSlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "folded" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "kind" "NameKind" NOT NULL,

    CONSTRAINT "SpeakerName_pkey" PRIMARY KEY ("speakerSlug","position")
);

-- CreateTable
CREATE TABLE "Office" (
    "id" TEXT COLLATE "C" NOT NULL,
    "speakerSlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "titleArabic" TEXT COLLATE "C" NOT NULL,
    "titleEnglish" TEXT COLLATE "C" NOT NULL,
    "locationSlug" TEXT COLLATE "C",
    "organizationSlug" TEXT COLLATE "C",
    "startDate" DATE,
    "endDate" DATE,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Location" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "kind" "LocationKind" NOT NULL,
    "wikidataId" TEXT COLLATE "C",
    "geonamesId" TEXT COLLATE "C",
    "countryCode" TEXT COLLATE "C",
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "parentSlug" TEXT COLLATE "C",
    "sortName" TEXT COLLATE "C" NOT NULL,
    "statementCount" INTEGER NOT NULL,

    CONSTRAINT "Location_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "LocationName" (
    "locationSlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "folded" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "kind" "NameKind" NOT NULL,

    CONSTRAINT "LocationName_pkey" PRIMARY KEY ("locationSlug","position")
);

-- CreateTable
CREATE TABLE "LocationAncestor" (
    "descendantSlug" TEXT COLLATE "C" NOT NULL,
    "ancestorSlug" TEXT COLLATE "C" NOT NULL,
    "distance" INTEGER NOT NULL,

    CONSTRAINT "LocationAncestor_pkey" PRIMARY KEY ("descendantSlug","ancestorSlug")
);

-- CreateTable
CREATE TABLE "Occasion" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "kind" "OccasionKind" NOT NULL,
    "nameArabic" TEXT COLLATE "C" NOT NULL,
    "nameEnglish" TEXT COLLATE "C" NOT NULL,
    "locationSlug" TEXT COLLATE "C",
    "dateEdtf" TEXT COLLATE "C" NOT NULL,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "datePrecision" "DatePrecision" NOT NULL,
    "dateBasis" "DateBasis" NOT NULL,
    "dateNote" TEXT COLLATE "C",

    CONSTRAINT "Occasion_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Article" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C",
    "body" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "direction" "TextDirection" NOT NULL,
    "publisherSlug" TEXT COLLATE "C",
    "documentFileName" TEXT COLLATE "C" NOT NULL,
    "publishedEdtf" TEXT COLLATE "C" NOT NULL,
    "publishedEarliest" DATE,
    "publishedLatest" DATE,
    "publishedPrecision" "DatePrecision" NOT NULL,
    "publishedBasis" "DateBasis" NOT NULL,
    "publishedEvidence" JSONB,
    "publishedNote" TEXT COLLATE "C",

    CONSTRAINT "Article_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "CreditedSource" (
    "articleSlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "speakerSlug" TEXT COLLATE "C",

    CONSTRAINT "CreditedSource_pkey" PRIMARY KEY ("articleSlug","position")
);

-- CreateTable
CREATE TABLE "ArticleLocation" (
    "articleSlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "locationSlug" TEXT COLLATE "C" NOT NULL,
    "mention" JSONB NOT NULL,

    CONSTRAINT "ArticleLocation_pkey" PRIMARY KEY ("articleSlug","position")
);

-- CreateTable
CREATE TABLE "Statement" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "articleSlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "StatementKind" NOT NULL,
    "act" "SpeechAct" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "direction" "TextDirection" NOT NULL,
    "spans" JSONB NOT NULL,
    "quotes" JSONB NOT NULL,
    "cue" JSONB,
    "parentSlug" TEXT COLLATE "C",
    "occasionSlug" TEXT COLLATE "C",
    "saidEdtf" TEXT COLLATE "C" NOT NULL,
    "saidEarliest" DATE,
    "saidLatest" DATE,
    "saidPrecision" "DatePrecision" NOT NULL,
    "saidBasis" "DateBasis" NOT NULL,
    "saidEvidence" JSONB,
    "saidNote" TEXT COLLATE "C",
    "reviewStatus" "ReviewStatus" NOT NULL,
    "reviewMethod" "AnnotationMethod" NOT NULL,
    "reviewConfidence" DOUBLE PRECISION,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Attribution" (
    "statementSlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "speakerSlug" TEXT COLLATE "C" NOT NULL,
    "role" "AttributionRole" NOT NULL,
    "resolution" "MentionResolution" NOT NULL,
    "mention" JSONB,
    "officeId" TEXT COLLATE "C",

    CONSTRAINT "Attribution_pkey" PRIMARY KEY ("statementSlug","position")
);

-- CreateTable
CREATE TABLE "Addressee" (
    "statementSlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "speakerSlug" TEXT COLLATE "C",
    "description" TEXT COLLATE "C" NOT NULL,
    "mention" JSONB,

    CONSTRAINT "Addressee_pkey" PRIMARY KEY ("statementSlug","position")
);

-- CreateTable
CREATE TABLE "Relay" (
    "statementSlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "speakerSlug" TEXT COLLATE "C" NOT NULL,
    "mention" JSONB,

    CONSTRAINT "Relay_pkey" PRIMARY KEY ("statementSlug","position")
);

-- CreateTable
CREATE TABLE "StatementLocation" (
    "statementSlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "locationSlug" TEXT COLLATE "C" NOT NULL,
    "role" "LocationRole" NOT NULL,
    "mention" JSONB,

    CONSTRAINT "StatementLocation_pkey" PRIMARY KEY ("statementSlug","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "Speaker_wikidataId_key" ON "Speaker"("wikidataId");

-- CreateIndex
CREATE INDEX "Speaker_statementCount_slug_idx" ON "Speaker"("statementCount", "slug");

-- CreateIndex
CREATE INDEX "Speaker_sortName_slug_idx" ON "Speaker"("sortName", "slug");

-- CreateIndex
CREATE INDEX "SpeakerName_folded_idx" ON "SpeakerName"("folded");

-- CreateIndex
CREATE INDEX "Office_speakerSlug_position_idx" ON "Office"("speakerSlug", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Location_wikidataId_key" ON "Location"("wikidataId");

-- CreateIndex
CREATE UNIQUE INDEX "Location_geonamesId_key" ON "Location"("geonamesId");

-- CreateIndex
CREATE INDEX "Location_parentSlug_idx" ON "Location"("parentSlug");

-- CreateIndex
CREATE INDEX "Location_statementCount_slug_idx" ON "Location"("statementCount", "slug");

-- CreateIndex
CREATE INDEX "Location_sortName_slug_idx" ON "Location"("sortName", "slug");

-- CreateIndex
CREATE INDEX "LocationName_folded_idx" ON "LocationName"("folded");

-- CreateIndex
CREATE INDEX "LocationAncestor_ancestorSlug_descendantSlug_idx" ON "LocationAncestor"("ancestorSlug", "descendantSlug");

-- CreateIndex
CREATE INDEX "Article_publisherSlug_idx" ON "Article"("publisherSlug");

-- CreateIndex
CREATE INDEX "Article_documentFileName_idx" ON "Article"("documentFileName");

-- CreateIndex
CREATE INDEX "ArticleLocation_locationSlug_idx" ON "ArticleLocation"("locationSlug");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleLocation_articleSlug_locationSlug_key" ON "ArticleLocation"("articleSlug", "locationSlug");

-- CreateIndex
CREATE INDEX "Statement_occasionSlug_idx" ON "Statement"("occasionSlug");

-- CreateIndex
CREATE INDEX "Statement_parentSlug_idx" ON "Statement"("parentSlug");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_articleSlug_position_key" ON "Statement"("articleSlug", "position");

-- CreateIndex
CREATE INDEX "Attribution_speakerSlug_statementSlug_idx" ON "Attribution"("speakerSlug", "statementSlug");

-- CreateIndex
CREATE UNIQUE INDEX "Attribution_statementSlug_speakerSlug_key" ON "Attribution"("statementSlug", "speakerSlug");

-- CreateIndex
CREATE INDEX "Addressee_speakerSlug_statementSlug_idx" ON "Addressee"("speakerSlug", "statementSlug");

-- CreateIndex
CREATE INDEX "Relay_speakerSlug_statementSlug_idx" ON "Relay"("speakerSlug", "statementSlug");

-- CreateIndex
CREATE INDEX "StatementLocation_locationSlug_statementSlug_idx" ON "StatementLocation"("locationSlug", "statementSlug");

-- CreateIndex
CREATE UNIQUE INDEX "StatementLocation_statementSlug_locationSlug_role_key" ON "StatementLocation"("statementSlug", "locationSlug", "role");

-- AddForeignKey
ALTER TABLE "DocumentSegment" ADD CONSTRAINT "DocumentSegment_documentFileName_fkey" FOREIGN KEY ("documentFileName") REFERENCES "Document"("fileName") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublisherName" ADD CONSTRAINT "PublisherName_publisherSlug_fkey" FOREIGN KEY ("publisherSlug") REFERENCES "Publisher"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpeakerName" ADD CONSTRAINT "SpeakerName_speakerSlug_fkey" FOREIGN KEY ("speakerSlug") REFERENCES "Speaker"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_speakerSlug_fkey" FOREIGN KEY ("speakerSlug") REFERENCES "Speaker"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_organizationSlug_fkey" FOREIGN KEY ("organizationSlug") REFERENCES "Speaker"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_locationSlug_fkey" FOREIGN KEY ("locationSlug") REFERENCES "Location"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Location" ADD CONSTRAINT "Location_parentSlug_fkey" FOREIGN KEY ("parentSlug") REFERENCES "Location"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocationName" ADD CONSTRAINT "LocationName_locationSlug_fkey" FOREIGN KEY ("locationSlug") REFERENCES "Location"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocationAncestor" ADD CONSTRAINT "LocationAncestor_descendantSlug_fkey" FOREIGN KEY ("descendantSlug") REFERENCES "Location"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocationAncestor" ADD CONSTRAINT "LocationAncestor_ancestorSlug_fkey" FOREIGN KEY ("ancestorSlug") REFERENCES "Location"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occasion" ADD CONSTRAINT "Occasion_locationSlug_fkey" FOREIGN KEY ("locationSlug") REFERENCES "Location"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_publisherSlug_fkey" FOREIGN KEY ("publisherSlug") REFERENCES "Publisher"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_documentFileName_fkey" FOREIGN KEY ("documentFileName") REFERENCES "Document"("fileName") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditedSource" ADD CONSTRAINT "CreditedSource_articleSlug_fkey" FOREIGN KEY ("articleSlug") REFERENCES "Article"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditedSource" ADD CONSTRAINT "CreditedSource_speakerSlug_fkey" FOREIGN KEY ("speakerSlug") REFERENCES "Speaker"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleLocation" ADD CONSTRAINT "ArticleLocation_articleSlug_fkey" FOREIGN KEY ("articleSlug") REFERENCES "Article"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleLocation" ADD CONSTRAINT "ArticleLocation_locationSlug_fkey" FOREIGN KEY ("locationSlug") REFERENCES "Location"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_articleSlug_fkey" FOREIGN KEY ("articleSlug") REFERENCES "Article"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_parentSlug_fkey" FOREIGN KEY ("parentSlug") REFERENCES "Statement"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_occasionSlug_fkey" FOREIGN KEY ("occasionSlug") REFERENCES "Occasion"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_statementSlug_fkey" FOREIGN KEY ("statementSlug") REFERENCES "Statement"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_speakerSlug_fkey" FOREIGN KEY ("speakerSlug") REFERENCES "Speaker"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attribution" ADD CONSTRAINT "Attribution_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Addressee" ADD CONSTRAINT "Addressee_statementSlug_fkey" FOREIGN KEY ("statementSlug") REFERENCES "Statement"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Addressee" ADD CONSTRAINT "Addressee_speakerSlug_fkey" FOREIGN KEY ("speakerSlug") REFERENCES "Speaker"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_statementSlug_fkey" FOREIGN KEY ("statementSlug") REFERENCES "Statement"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_speakerSlug_fkey" FOREIGN KEY ("speakerSlug") REFERENCES "Speaker"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementLocation" ADD CONSTRAINT "StatementLocation_statementSlug_fkey" FOREIGN KEY ("statementSlug") REFERENCES "Statement"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementLocation" ADD CONSTRAINT "StatementLocation_locationSlug_fkey" FOREIGN KEY ("locationSlug") REFERENCES "Location"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;
