import { AppError } from '#api'
import type { Archive } from '../../archive'
import type { ListLevel } from '../../markup/lists'
import { childOf, elementsIn, parseTree, xmlText, type Element } from '../../markup/tree'

const DOCUMENT = 'word/document.xml'
const OUTLINE_LEVELS = 9
const LONGEST_CHAIN = 20

export interface Style {
  /** Of a heading, from 1; 0 is the title. */
  heading?: number
  /** Of a table of contents. */
  isContents?: boolean
  numbering?: { list: string; depth: number }
}

export interface NumberedList {
  /** Lists of the same definition count on together. */
  name: string
  levels: ListLevel[]
}

/** A Word file's parts as far as its text needs them. */
export interface WordPackage {
  document: Element
  styles: ReadonlyMap<string, Style>
  lists: ReadonlyMap<string, NumberedList>
  /** Addresses of links by the id of their relationship. */
  links: ReadonlyMap<string, string>
  footnotes: ReadonlyMap<string, Element>
  endnotes: ReadonlyMap<string, Element>
}

export function openPackage(archive: Archive, file: string): WordPackage {
  const tree = (name: string): Element | undefined => {
    const bytes = archive.read(name)
    return bytes === null ? undefined : parseTree(xmlText(bytes), { file, kind: 'xml' })
  }
  const main = relations(tree('_rels/.rels')).find(({ type }) => type === 'officeDocument')?.target.replace(/^\//u, '') ?? DOCUMENT
  const document = tree(main)
  if (document === undefined) throw new AppError(archive.has('EncryptedPackage') ? 'FILE_ENCRYPTED' : 'FILE_DAMAGED', { file })
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const links = relations(tree(`${folder}_rels/${main.slice(folder.length)}.rels`))
  const part = (type: string): Element | undefined => {
    const target = links.find((link) => link.type === type && !link.isExternal)?.target
    return target === undefined ? undefined : tree(target.startsWith('/') ? target.slice(1) : folder + target)
  }
  return {
    document,
    styles: stylesOf(part('styles')),
    lists: listsOf(part('numbering')),
    links: new Map(links.filter(({ isExternal }) => isExternal).map(({ id, target }) => [id, target])),
    footnotes: notesOf(childOf(part('footnotes'), 'footnotes'), 'footnote'),
    endnotes: notesOf(childOf(part('endnotes'), 'endnotes'), 'endnote'),
  }
}

/** The attribute `w:val` of a child, or of one down a path. */
export function valueOf(parent: Element | undefined, ...names: string[]): string | undefined {
  return childOf(parent, ...names)?.attributes.val
}

/** Whether a switch such as `w:vanish` is there and not turned off. */
export function isOn(parent: Element | undefined, name: string): boolean {
  const found = childOf(parent, name)
  return found !== undefined && !['0', 'false', 'off', 'none'].includes(found.attributes.val ?? '1')
}

export function numberingOf(properties: Element | undefined): { list: string | undefined; depth: number } | undefined {
  const numbering = childOf(properties, 'numPr')
  if (numbering === undefined) return undefined
  return { list: valueOf(numbering, 'numId'), depth: Math.min(Math.max(0, Number(valueOf(numbering, 'ilvl') ?? 0) || 0), OUTLINE_LEVELS - 1) }
}

/** The level of a heading from an outline level as Word counts it; undefined for the text below all headings. */
export function outlineOf(properties: Element | undefined): number | undefined {
  const level = Number(valueOf(properties, 'outlineLvl') ?? Number.NaN)
  return level >= 0 && level < OUTLINE_LEVELS ? level + 1 : undefined
}

function relations(tree: Element | undefined): { id: string; type: string; target: string; isExternal: boolean }[] {
  const list = childOf(tree, 'Relationships')
  return list === undefined ? [] : elementsIn(list).map(({ attributes }) => ({
    id: attributes.Id ?? '',
    type: (attributes.Type ?? '').split('/').at(-1)!,
    target: attributes.Target ?? '',
    isExternal: attributes.TargetMode === 'External',
  }))
}

function stylesOf(tree: Element | undefined): Map<string, Style> {
  const root = childOf(tree, 'styles')
  const elements = root === undefined ? [] : elementsIn(root, 'style').filter(({ attributes }) => attributes.type === 'paragraph')
  const byId = new Map(elements.map((element) => [element.attributes.styleId ?? '', element]))
  const resolve = (id: string, left = LONGEST_CHAIN): Style => {
    const element = byId.get(id)
    if (element === undefined || left === 0) return {}
    return { ...resolve(valueOf(element, 'basedOn') ?? '', left - 1), ...ownStyle(element) }
  }
  return new Map([...byId.keys()].map((id) => [id, resolve(id)]))
}

function ownStyle(element: Element): Style {
  const name = valueOf(element, 'name') ?? ''
  const properties = childOf(element, 'pPr')
  const named = /^(?:heading|标题|標題)\s*([1-9])$/iu.exec(name)?.[1]
  const heading = /^(?:title|标题|標題)$/iu.test(name) ? 0 : named === undefined ? outlineOf(properties) : Number(named)
  const numbering = numberingOf(properties)
  return {
    ...(heading === undefined ? {} : { heading }),
    ...(/^(?:toc|contents) \d$/iu.test(name) ? { isContents: true } : {}),
    ...(numbering?.list === undefined ? {} : { numbering: { list: numbering.list, depth: numbering.depth } }),
  }
}

function listsOf(tree: Element | undefined): Map<string, NumberedList> {
  const root = childOf(tree, 'numbering')
  if (root === undefined) return new Map()
  const definitions = new Map(elementsIn(root, 'abstractNum').map((definition) => [definition.attributes.abstractNumId ?? '', definition]))
  return new Map(elementsIn(root, 'num').map((list) => {
    const id = list.attributes.numId ?? ''
    const definition = valueOf(list, 'abstractNumId') ?? ''
    const overrides = elementsIn(list, 'lvlOverride')
    const levels: ListLevel[] = []
    for (const level of elementsIn(definitions.get(definition) ?? list, 'lvl')) setLevel(levels, level.attributes.ilvl, level)
    for (const override of overrides) {
      const level = childOf(override, 'lvl')
      if (level !== undefined) setLevel(levels, override.attributes.ilvl, level)
      const start = Number(valueOf(override, 'startOverride') ?? Number.NaN)
      const overridden = levels[Number(override.attributes.ilvl)]
      if (overridden !== undefined && Number.isFinite(start)) overridden.start = start
    }
    return [id, { name: overrides.length > 0 ? `own ${id}` : definition, levels }]
  }))
}

function setLevel(levels: ListLevel[], depth: string | undefined, level: Element): void {
  const at = Number(depth)
  if (!(at >= 0 && at < OUTLINE_LEVELS)) return
  levels[at] = { format: valueOf(level, 'numFmt') ?? 'decimal', pattern: valueOf(level, 'lvlText') ?? '', start: Number(valueOf(level, 'start') ?? 1) || 0 }
}

/** Notes without the lines that only separate them from the text. */
function notesOf(root: Element | undefined, name: string): Map<string, Element> {
  const notes = root === undefined ? [] : elementsIn(root, name).filter(({ attributes }) => attributes.type === undefined || attributes.type === 'normal')
  return new Map(notes.map((note) => [note.attributes.id ?? '', note]))
}
