import { openArchive } from '../../archive'
import type { ReadDocument } from '../../document'
import { documentFrom, inOneLine, type Block } from '../../markup/blocks'
import { childOf, elementsIn } from '../../markup/tree'
import type { Reader } from '../format'
import { OfficeParts } from '../office'
import { chartBlocks, diagramBlocks } from './chart'
import { notesText, slideContent } from './shapes'

/**
 * Slides in their order: the title as a heading, the text, tables and figures of charts, then what the speaker is to
 * say, as paragraphs behind the slide's own.
 * @throws AppError FILE_ENCRYPTED, FILE_DAMAGED, FILE_UNSAFE, FILE_EMPTY.
 */
export const readPptx: Reader = (bytes, file): ReadDocument => {
  const parts = new OfficeParts(openArchive(bytes, file), file)
  const blocks: Block[] = []
  let pictures = 0
  for (const name of slideNames(parts)) {
    const relations = parts.relations(name)
    const slide = slideContent(parts.tree(name), (id) => {
      const { type, target } = relations.get(id) ?? { type: '', target: '' }
      return type === 'chart' ? chartBlocks(parts.tree(target)) : type === 'diagramData' ? diagramBlocks(parts.tree(target)) : []
    })
    const notes = [...relations.values()].find(({ type }) => type === 'notesSlide')
    if (slide.title !== '') blocks.push({ kind: 'heading', level: slide.isCover ? 1 : 2, words: slide.title })
    blocks.push(...slide.blocks, ...notesText(notes === undefined ? undefined : parts.tree(notes.target)))
    pictures += slide.pictures
  }
  return documentFrom(blocks.filter((block) => inOneLine([block]) !== ''), { file, pictures })
}

function slideNames(parts: OfficeParts): string[] {
  const main = parts.main('ppt/presentation.xml')
  const relations = parts.relations(main)
  const list = childOf(parts.tree(main), 'presentation', 'sldIdLst')
  const named = list === undefined ? [] : elementsIn(list, 'sldId').flatMap(({ attributes }) => relations.get(attributes.id ?? '') ?? [])
  const slides = named.length > 0 ? named : [...relations.values()]
  return slides.filter(({ type }) => type === 'slide').map(({ target }) => target)
}
