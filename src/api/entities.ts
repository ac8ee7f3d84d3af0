/**
 * The entities of the data model as every host and view sees them: plain, materialised values. How they are stored
 * (stamps per field, add/remove entries, tombstones) is the business of `core/library`.
 *
 * All times are ISO 8601 strings in UTC; all text offsets are UTF-16 code units into the named field.
 */
import * as z from 'zod'

/** UUIDv7, never reused and never derived from a title. */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>

/** What a section of a case is for: 看点, 特色, 背景, 做法, 成效, 启示, other. */
export const SectionRole = z.enum(['highlight', 'features', 'background', 'practice', 'outcome', 'insight', 'other'])
export type SectionRole = z.infer<typeof SectionRole>

export const Section = z.object({
  id: z.string().min(1).max(64),
  role: SectionRole,
  /** As written in the source ("看點"); empty when the role's own name should be shown. */
  heading: z.string().max(200),
  /** Markdown. */
  text: z.string(),
})
export type Section = z.infer<typeof Section>

export const Region = z.object({
  province: z.string().max(40),
  city: z.string().max(40),
})
export type Region = z.infer<typeof Region>

/** A citation, with the fields of GB/T 7714. */
export const Source = z.object({
  author: z.string().optional(),
  title: z.string().optional(),
  container: z.string().optional(),
  date: z.string().optional(),
  page: z.string().optional(),
  url: z.string().optional(),
  /** Name of the file the case was imported from. */
  file: z.string().optional(),
})
export type Source = z.infer<typeof Source>

/**
 * The kinds of damage the clean-up knows: `line` is a line cut at a fixed width, `page` what was printed around the text
 * of a page, `ocr` a character that text recognition may have taken for another.
 */
export const RepairKind = z.enum(['pinyin', 'ruby', 'damage', 'encoding', 'radical', 'layout', 'punctuation', 'line', 'page', 'ocr'])
export type RepairKind = z.infer<typeof RepairKind>

/** One repaired (or only flagged) spot of an imported text. */
export const Repair = z.object({
  id: z.string(),
  kind: RepairKind,
  /** Offsets into the imported, unrepaired text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  before: z.string(),
  after: z.string(),
  applied: z.boolean(),
  /** 0..1; rules that can be wrong stay below `SAFE_CONFIDENCE` and are never applied unasked. */
  confidence: z.number().min(0).max(1),
  /** Other readings of the spot, best first, without `after`. */
  alternatives: z.array(z.string()).default([]),
  /** A person has accepted or refused it. */
  decided: z.boolean().default(false),
})
export type Repair = z.infer<typeof Repair>

/** Repairs at or above this confidence are what `--accept safe` applies. */
export const SAFE_CONFIDENCE = 0.95

/** The text of a case as it was imported, for ever, with the repairs that were made or offered. */
export const Original = z.object({
  text: z.string(),
  file: z.string(),
  encoding: z.string(),
  importedAt: z.string(),
  repairs: z.array(Repair),
})
export type Original = z.infer<typeof Original>

/** Case fields whose value was proposed by the program and not yet confirmed by a person. */
export const ProposedField = z.enum(['title', 'organisation', 'modelName', 'region', 'period'])
export type ProposedField = z.infer<typeof ProposedField>

/** Most bytes of one attachment: 2 GB. */
export const LARGEST_ATTACHMENT = 2 * 1024 ** 3

/** A file kept with a case. Its content is stored apart, by its hash; the user's name for it is only data. */
export const Attachment = z.object({
  id: Id,
  name: z.string(),
  /** As the system the file came from called it, such as `application/pdf`; it decides nothing but the icon. */
  mediaType: z.string(),
  bytes: z.number().int().nonnegative().max(LARGEST_ATTACHMENT),
  /** SHA-256 of the content, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  addedAt: z.string(),
})
export type Attachment = z.infer<typeof Attachment>

/** A value that a device wrote to a field, named by the device and its stamp, which are the same in every library. */
export const ConflictVersion = z.object({
  value: z.unknown(),
  device: z.string(),
  time: z.string(),
  /** The writer's clock, ISO 8601. */
  at: z.string(),
})
export type ConflictVersion = z.infer<typeof ConflictVersion>

/**
 * A field on which two devices wrote without knowing of each other; the value shown is the later one. Beside the names
 * of fields: `deleted` (kept, since one edited what the other deleted), `sections/<id>` (likewise for a section; true is
 * kept) and `sections` (the order, as `{ role, heading }` of each).
 */
export const Conflict = z.object({ field: z.string(), shown: ConflictVersion, others: z.array(ConflictVersion).min(1) })
export type Conflict = z.infer<typeof Conflict>

export const Case = z.object({
  id: Id,
  title: z.string(),
  organisation: z.string(),
  modelName: z.string(),
  region: Region,
  /** Free text such as "2015–2018"; years in it are searched by `year:`. */
  period: z.string(),
  sections: z.array(Section),
  tags: z.array(z.string()),
  sources: z.array(Source),
  notes: z.string(),
  attachments: z.array(Attachment),
  proposed: z.array(ProposedField),
  original: Original.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  conflicts: z.array(Conflict),
})
export type Case = z.infer<typeof Case>

/** What a list row needs. `proposedTitle`: the title is a proposal. */
export const CaseSummary = Case.pick({
  id: true, title: true, organisation: true, modelName: true, region: true, tags: true, updatedAt: true,
}).extend({
  /** First words of the highlight (or of the first section), one line, at most 160 characters. */
  excerpt: z.string(),
  proposedTitle: z.boolean(),
  /** Repairs offered but not decided. */
  openRepairs: z.number().int(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

/**
 * Where a quotation sits: W3C Web Annotation TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector
 * (start, end), within one field of a case. A field is named like `title`, `notes` or `sections/<section id>`.
 */
export const Anchor = z.object({
  field: z.string(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** The words stood in the case more than once, so only their surroundings tell which place is meant. */
  repeated: z.boolean().optional(),
})
export type Anchor = z.infer<typeof Anchor>

export const Passage = z.object({
  id: Id,
  caseId: Id,
  anchor: Anchor,
  themeIds: z.array(Id),
  /** The quotation is no longer found in the text; it is shown as lost and never moved in silence. */
  lost: z.boolean(),
})
export type Passage = z.infer<typeof Passage>

/** `year` has dates and periods too; `place` provinces, cities and counties. */
export const FactKind = z.enum(['honour', 'amount', 'count', 'year', 'place', 'organisation', 'practice'])
export type FactKind = z.infer<typeof FactKind>

/**
 * What the core reads out of a case's text, or a person says is in it. `text` is the quotation; `start` and `end` are
 * offsets in `field`.
 */
export const Fact = z.object({
  kind: FactKind,
  text: z.string(),
  /** The comparable form: folded to simplified, without quotation marks. */
  key: z.string(),
  /** For a coined practice, what it stands for, where the text says so. */
  expansion: z.string().optional(),
  field: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** A person's correction says so; what is read out of the text never overwrites it. */
  correctionId: Id.optional(),
  /** The words of a correction are no longer found in the text; it is shown as lost and never moved in silence. */
  lost: z.boolean().optional(),
})
export type Fact = z.infer<typeof Fact>

export const TagCount = z.object({ tag: z.string(), count: z.number().int() })
export type TagCount = z.infer<typeof TagCount>

export const Theme = z.object({
  id: Id,
  name: z.string(),
  definition: z.string(),
  lexicon: z.array(z.string()),
  colour: z.string(),
  position: z.number(),
})
export type Theme = z.infer<typeof Theme>

export const Collection = z.object({
  id: Id,
  name: z.string(),
  /** A saved query; empty for a list kept by hand. */
  query: z.string(),
  caseIds: z.array(Id),
  updatedAt: z.string(),
})
export type Collection = z.infer<typeof Collection>

/** How an importer cuts a document into cases. */
export const Template = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(60),
  /** A marker of the first section starts a case, unless `caseMarkers` say what does. */
  sections: z.array(z.object({ role: SectionRole, markers: z.array(z.string().trim().min(1).max(40)).min(1).max(40) })).min(1).max(12),
  /** A line that begins so starts a case and names it; `#` stands for any number: 案例#. */
  caseMarkers: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
  /** Made by a person and kept in the library; the others come with the program. */
  own: z.boolean().default(false),
})
export type Template = z.infer<typeof Template>
