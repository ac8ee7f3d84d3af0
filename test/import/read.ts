import { readFile } from 'node:fs/promises'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { formatOf } from '../../src/core/import/format-of'
import { readAs } from '../../src/core/import/read'
import { PdfReader } from '../../src/node/pdf/reader'

export type Bytes = Uint8Array<ArrayBuffer>

const OFFICE = new URL('../fixtures/import/office/', import.meta.url)

export const fixture = async (name: string): Promise<Bytes> => Uint8Array.from(await readFile(new URL(name, OFFICE)))

/** Reads a file as the import does. */
export const read = (bytes: Bytes, name: string) => readAs(formatOf(name)!, bytes, name, { pdf: new PdfReader() })

export const textOf = async (bytes: Bytes, name: string): Promise<string> => (await read(bytes, name)).document.text

/** The code of the error that reading gives; `none` where it gives none. */
export async function codeOf(bytes: Bytes, name: string): Promise<string> {
  try {
    await read(bytes, name)
    return 'none'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

export const zip = (members: Record<string, string | Uint8Array | [Uint8Array, { level: 0 }]>): Bytes =>
  Uint8Array.from(zipSync(Object.fromEntries(Object.entries(members).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])) as Zippable))

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="w" xmlns:v="v" xmlns:m="m"'
const OFFICE_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/** Further parts of a Word file, each by its kind as the relationships name it. */
export interface WordParts {
  styles?: string
  numbering?: string
  footnotes?: string
  endnotes?: string
  links?: Record<string, string>
}

/** A Word file with this body, as bare as Word would still open it. */
export function docx(body: string, { links = {}, ...parts }: WordParts = {}): Bytes {
  const relations = [
    ...Object.keys(parts).map((kind) => `<Relationship Id="${kind}" Type="${OFFICE_TYPE}/${kind}" Target="${kind}.xml"/>`),
    ...Object.entries(links).map(([id, target]) => `<Relationship Id="${id}" Type="${OFFICE_TYPE}/hyperlink" Target="${target}" TargetMode="External"/>`),
  ]
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships ${RELATIONS}><Relationship Id="r1" Type="${OFFICE_TYPE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships ${RELATIONS}>${relations.join('')}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(Object.entries(parts).map(([kind, content]) => [`word/${kind}.xml`, `<w:${kind} ${W}>${content}</w:${kind}>`])),
  })
}

export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (content: string, properties = '') => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
export const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
export const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
