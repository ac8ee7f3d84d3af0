import type { Block } from '../../markup/blocks'
import { escaped } from '../../markup/inline'
import { childOf, descendantsOf, elementsIn, textIn, type Element } from '../../markup/tree'

/** What a slide holds beside its text, to be looked up in other parts. */
export interface SlideContent {
  title: string
  /** The slide that names the whole. */
  isCover: boolean
  blocks: Block[]
  pictures: number
}

/** Fields that every slide repeats. */
const REPEATED = new Set(['dt', 'ftr', 'sldNum', 'hdr'])
const MOST_LEVELS = 8

/**
 * The text of a slide, in the order of its shapes.
 * @param part gives the blocks of what lies in another part: a chart, a diagram.
 */
export function slideContent(tree: Element | undefined, part: (id: string) => Block[]): SlideContent {
  const content: SlideContent = { title: '', isCover: false, blocks: [], pictures: 0 }
  const shapes = childOf(tree, 'sld', 'cSld', 'spTree') ?? childOf(tree, 'notes', 'cSld', 'spTree')
  if (shapes !== undefined) addShapes(shapes, content, part)
  return content
}

/** What a speaker is to say: the text of the notes' body. */
export function notesText(tree: Element | undefined): Block[] {
  const shapes = childOf(tree, 'notes', 'cSld', 'spTree')
  const bodies = shapes === undefined ? [] : elementsIn(shapes, 'sp').filter((shape) => placeholderOf(shape) === 'body')
  return bodies.flatMap((shape) => paragraphs(childOf(shape, 'txBody')))
}

/** Paragraphs of a text body, bulleted ones as items of a list. */
export function paragraphs(body: Element | undefined): Block[] {
  if (body === undefined) return []
  return elementsIn(body, 'p').map((paragraph): Block => {
    const words = escaped(lineOf(paragraph)).trim()
    const properties = childOf(paragraph, 'pPr')
    const depth = Math.min(Math.max(0, Number(properties?.attributes.lvl ?? 0) || 0), MOST_LEVELS)
    const isItem = properties !== undefined && (childOf(properties, 'buChar') !== undefined || childOf(properties, 'buAutoNum') !== undefined)
    return isItem ? { kind: 'item', depth, marker: '-', words } : { kind: 'paragraph', words }
  }).filter((block) => block.kind !== 'table' && block.words !== '')
}

function addShapes(parent: Element, content: SlideContent, part: (id: string) => Block[]): void {
  for (const shape of elementsIn(parent)) {
    if (shape.name === 'sp') addShape(shape, content)
    else if (shape.name === 'grpSp') addShapes(shape, content, part)
    else if (shape.name === 'graphicFrame') content.blocks.push(...frameBlocks(shape, part))
    else if (shape.name === 'pic') content.pictures++
    // A newer form, and in its place what older programs show: one of them is enough.
    else if (shape.name === 'AlternateContent') addShapes(childOf(shape, 'Choice') ?? childOf(shape, 'Fallback') ?? shape, content, part)
  }
}

function addShape(shape: Element, content: SlideContent): void {
  const placeholder = placeholderOf(shape)
  if (placeholder !== undefined && REPEATED.has(placeholder)) return
  const blocks = paragraphs(childOf(shape, 'txBody'))
  if (content.title === '' && (placeholder === 'title' || placeholder === 'ctrTitle')) {
    content.title = blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.words])).join(' ')
    content.isCover = placeholder === 'ctrTitle'
  } else {
    content.blocks.push(...blocks)
  }
}

function frameBlocks(frame: Element, part: (id: string) => Block[]): Block[] {
  const data = childOf(frame, 'graphic', 'graphicData')
  const table = childOf(data, 'tbl')
  if (table !== undefined) {
    const rows = elementsIn(table, 'tr').map((row) => elementsIn(row, 'tc').map((cell) => paragraphs(childOf(cell, 'txBody'))
      .flatMap((block) => (block.kind === 'table' ? [] : [block.words])).join(' ')))
    return [{ kind: 'table', rows }]
  }
  const reference = childOf(data, 'chart') ?? childOf(data, 'relIds')
  return reference === undefined ? [] : part(reference.attributes.dm ?? reference.attributes.id ?? '')
}

function placeholderOf(shape: Element): string | undefined {
  const placeholder = childOf(shape, 'nvSpPr', 'nvPr', 'ph')
  return placeholder === undefined ? undefined : placeholder.attributes.type ?? 'body'
}

function lineOf(paragraph: Element): string {
  return elementsIn(paragraph).map((run) => {
    if (run.name === 'br') return '\n'
    return run.name === 'r' || run.name === 'fld' ? descendantsOf(run, 't').map(textIn).join('') : ''
  }).join('')
}
