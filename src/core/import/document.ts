import type { ColumnUse, Region, SectionRole, Source, WarningCode } from '#api'

/** A stretch of the document's text. */
export interface Range {
  start: number
  end: number
}

export interface SectionRange extends Range {
  role: SectionRole
  /** As written; empty where the text has none. */
  heading: string
  /** What names it in the text, where a person gave it another heading; it counts only right before the section. */
  head?: Range
}

/** One case within a document. The ranges of a document's cases lie one after the other and cover all of its text. */
export interface CaseRange extends Range {
  /** A line of the text that names the case. */
  title: Range | null
  sections: SectionRange[]
  /** Stretches within the sections that a person left out of them, in order and apart. */
  leftOut?: Range[]
}

/** What a file says about its one case outside of the text's sections. */
export interface StatedFields {
  id?: string
  title?: string
  organisation?: string
  modelName?: string
  region?: Region
  period?: string
  tags: string[]
  sources: Source[]
  notes: string
}

/** Rows whose cells become fields of a case each. */
export interface TableContent {
  /** A sheet's name; empty where the file has but one table. */
  name: string
  headings: readonly string[]
  rows: readonly (readonly string[])[]
  mapping: readonly ColumnUse[]
  /** The mapping is one that a person made for such headings. */
  remembered?: boolean
  /** A person made it in this preview; it is kept for such headings once the preview is imported. */
  chosen?: boolean
}

/** A file as a format reads it. */
export interface ReadDocument {
  text: string
  encoding: string
  /** How sure it is that the text was written in that encoding, 0 to 1; absent where the format itself says so. */
  encodingConfidence?: number
  warnings: { code: WarningCode; message: string }[]
  /** The text is Markdown already; else its line ends are paragraphs. */
  isMarkdown: boolean
  /** Cases the file marks out by itself, so that no template is needed; null where the text must be split. */
  cases: { range: CaseRange; stated: StatedFields }[] | null
  /** Numbers of the pages, from 1, that are pictures and gave no text. */
  pictures?: number[]
  /** Words of the text that a recognition is not sure of. */
  doubtful?: (Range & { confidence: number })[]
  /** The tables that text and cases were made from, where they were. */
  tables?: TableContent[]
}
