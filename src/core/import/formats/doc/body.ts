import { inOneLine, type Block } from '../../markup/blocks'
import { Flow } from '../../markup/flow'
import { ListCounter, labelled, listBlock, type ListLevel } from '../../markup/lists'
import { withTitle } from '../../markup/title'
import type { Words } from '../../markup/words'
import type { AsideText } from './asides'
import type { ParagraphProperties, ParagraphTable } from './properties'
import type { DocStyle } from './styles'
import type { PieceText } from './text'

export interface DocParts {
  pieces: PieceText
  paragraphs: ParagraphTable
  /** For each character 1 where it is deleted or hidden. */
  unseen: Uint8Array
  styles: DocStyle[]
  lists: Map<number, { name: string; levels: ListLevel[] }>
  bodyLength: number
  asides: AsideText[]
}

const [CELL, PARAGRAPH, PAGE] = ['\u0007', '\r', '\f']
const [PICTURE, NOTE, DRAWN] = ['\u0001', '\u0002', '\u0008']
const [FIELD, RESULT, FIELD_END] = ['\u0013', '\u0014', '\u0015']
const PLAIN: Readonly<Record<string, string>> = { '\t': ' ', '\u000b': '\n', '\u001e': '-', '\u001f': '', [DRAWN]: '', '\u0005': '', '\u0003': '', '\u0004': '' }
const OUTLINE_LEVELS = 9

export function blocksOf(parts: DocParts): { blocks: Block[]; pictures: number } {
  const reader = new BodyReader(parts)
  const blocks = reader.blocks(0, Math.min(parts.bodyLength, parts.pieces.text.length), true)
  return { blocks: withTitle(blocks), pictures: reader.pictures }
}

class BodyReader {
  pictures = 0
  private noteCount = 0
  private nextAside = 0
  private readonly lists = new ListCounter()
  /** Of each reference to a note by its place. */
  private readonly noteNumbers: ReadonlyMap<number, number>

  constructor(private readonly parts: DocParts) {
    this.noteNumbers = new Map(parts.asides.filter(({ kind }) => kind === 'note').map(({ anchor }, index) => [anchor, index + 1]))
  }

  blocks(start: number, end: number, isBody: boolean): Block[] {
    const { unseen, pieces: { text } } = this.parts
    const flow = new Flow()
    const { words } = flow
    const endParagraph = (mark: string, position: number) => {
      const { isInTable, isRowEnd, depth, ...properties } = this.parts.paragraphs.at(this.parts.pieces.offsetOf(position))
      if (isBody) flow.aside(this.asidesUpTo(position))
      flow.paragraph(this.block(words.take(), properties), isInTable || mark === CELL)
      if (mark !== CELL || depth > 1) return
      if (isRowEnd) flow.endRow()
      else flow.endCell()
    }
    for (let position = start; position < end; position++) {
      const character = text[position]!
      if (character === PARAGRAPH || character === CELL || character === PAGE) {
        // A paragraph whose end was deleted goes on in the next one.
        if (unseen[position] === 0 || character !== PARAGRAPH) endParagraph(character, position)
      } else if (unseen[position] === 0) this.add(words, character, isBody, position)
    }
    if (!words.isEmpty) endParagraph(PARAGRAPH, Math.max(start, end - 1))
    return [...flow.finish(), ...(isBody ? this.asidesUpTo(Number.POSITIVE_INFINITY) : [])]
  }

  private add(words: Words, character: string, isBody: boolean, position: number): void {
    if (character === FIELD) words.beginField()
    else if (character === RESULT) words.beginResult()
    else if (character === FIELD_END) words.endField()
    else if (character === PICTURE) this.pictures += words.isInstruction ? 0 : 1
    else if (character === NOTE) words.add(isBody && this.noteNumbers.has(position) ? `〔${this.noteNumbers.get(position)}〕` : '')
    else words.add(PLAIN[character] ?? character)
  }

  private asidesUpTo(position: number): Block[] {
    const blocks: Block[] = []
    for (let aside = this.parts.asides[this.nextAside]; aside !== undefined && aside.anchor <= position; aside = this.parts.asides[this.nextAside]) {
      this.nextAside++
      const own = this.blocks(aside.start, Math.min(aside.end, this.parts.pieces.text.length), false)
      if (aside.kind === 'box') blocks.push(...own)
      else blocks.push({ kind: 'paragraph', words: `〔${++this.noteCount}〕 ${inOneLine(own)}` })
    }
    return blocks
  }

  private block(words: string, { style, outline, list: number, listLevel }: Pick<ParagraphProperties, 'style' | 'outline' | 'list' | 'listLevel'>): Block[] {
    const { heading, isContents } = this.parts.styles[style] ?? {}
    if (words.trim() === '' || isContents === true) return []
    const list = this.parts.lists.get(number)
    const label = list === undefined ? '' : this.lists.next(list.name, list.levels, listLevel)
    const level = outline !== undefined && outline < OUTLINE_LEVELS ? outline + 1 : heading
    if (level !== undefined) return [{ kind: 'heading', level, words: labelled(label, words) }]
    return [label === '' ? { kind: 'paragraph', words } : listBlock(label, listLevel, words)]
  }
}
