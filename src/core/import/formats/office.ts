import { AppError } from '#api'
import type { Archive } from '../archive'
import { childOf, elementsIn, parseTree, xmlText, type Element } from '../markup/tree'

export interface Relation {
  /** The last word of its type: `slide`, `chart`, `worksheet`. */
  type: string
  /** The part's name in the archive. */
  target: string
}

/** The parts of a file in Office Open XML and how they point to each other. */
export class OfficeParts {
  constructor(private readonly archive: Archive, private readonly file: string) {}

  /** The name of the part that the file is about. @throws AppError FILE_ENCRYPTED, FILE_DAMAGED. */
  main(fallback: string): string {
    const name = [...this.relations('').values()].find(({ type }) => type === 'officeDocument')?.target ?? fallback
    if (!this.archive.has(name)) throw new AppError(this.archive.has('EncryptedPackage') ? 'FILE_ENCRYPTED' : 'FILE_DAMAGED', { file: this.file })
    return name
  }

  /** The tree of a part; undefined where there is none of this name. */
  tree(name: string): Element | undefined {
    const bytes = this.archive.read(name)
    return bytes === null ? undefined : parseTree(xmlText(bytes), { file: this.file, kind: 'xml' })
  }

  /** What a part points to within the file, by the id it uses for it. */
  relations(name: string): Map<string, Relation> {
    const folder = name.slice(0, name.lastIndexOf('/') + 1)
    const list = childOf(this.tree(`${folder}_rels/${name.slice(folder.length)}.rels`), 'Relationships')
    const inside = list === undefined ? [] : elementsIn(list).filter(({ attributes }) => attributes.TargetMode !== 'External')
    return new Map(inside.map(({ attributes: { Id = '', Type = '', Target = '' } }) => [Id, { type: Type.split('/').at(-1)!, target: resolved(folder, Target) }]))
  }
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts: string[] = []
  for (const part of (folder + target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
