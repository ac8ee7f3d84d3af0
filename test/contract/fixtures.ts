import type { Attachment, CaseDetail, Client } from '#api'
import { readToEnd } from './check'
import { withTexts, type PreviewWithTexts } from './drafts'

/** Characters that break careless transports: outside the BMP, combining, right-to-left, quotes, line separators. */
export const AWKWARD = '𠮷田“鏡鑑”\u2028é e\u0301 עברית 🪞 <b>&amp;</b> \\ "引用" \t'

const FIRST_HAN = 0x4e00
const COMMON_HAN = 0x4000

/** A word of rare neighbours that stands in no other case of the library, not even nearly. */
export function uniqueWord(): string {
  const codes = crypto.getRandomValues(new Uint16Array(6))
  return String.fromCodePoint(...Array.from(codes, (code) => FIRST_HAN + (code % COMMON_HAN)))
}

type CaseInput = Parameters<Client['cases']['create']>[0]

export async function newCase(client: Client, input: Partial<CaseInput> = {}): Promise<string> {
  const { id } = await client.cases.create({ title: `青禾合作社${uniqueWord()}`, ...input })
  return id
}

/** A case with one section of text, to be searched, coded and compared. */
export async function caseWithText(client: Client, text: string, input: Partial<CaseInput> = {}): Promise<CaseDetail['case']> {
  const id = await newCase(client, { ...input, sections: [{ id: 'first', role: 'highlight', heading: '看点', text }] })
  return (await client.cases.get({ id })).case
}

/** Two cases in one text, with pinyin left behind their characters. `mark` makes the text one of its own. */
export function messyText(mark: string): string {
  return [
    `看點:${mark}河谷茶社的鄉(xiāng)鎮(zhèn)課堂。`,
    '特色:茶社在每個鄉(xiāng)鎮(zhèn)開一間課堂,請老茶農講制茶,請企業(yè)講銷路,一年辦了四十場。',
    `看點:${mark}北岸木工坊的夜校。`,
    '特色:木工坊與三家企業(yè)合辦夜校,學徒白天做工、晚上上課,學滿兩年可以考級。',
  ].join('\n')
}

export function textFile(text: string, name = '來稿 “一”.txt'): File {
  return new File([text], name, { type: 'text/plain' })
}

export async function previewOf(client: Client, ...files: File[]): Promise<PreviewWithTexts> {
  return withTexts(client, (await readToEnd(await client.imports.prepare({ files }))).result)
}

export const piece = (text: string | Uint8Array<ArrayBuffer>): File => new File([text], 'piece')

/** A file of a case that is on its way in. */
export async function begun(client: Client, id: string, text: string, name = '附件.txt'): Promise<string> {
  const { uploadId } = await client.attachments.begin({ id, name, mediaType: 'text/plain', bytes: new Blob([text]).size })
  return uploadId
}

/** A file of a case that came whole. */
export async function attached(client: Client, id: string, text: string, name?: string): Promise<Attachment> {
  const uploadId = await begun(client, id, text, name)
  if (text !== '') await client.attachments.append({ uploadId, offset: 0, piece: piece(text) })
  const { attachments } = await client.attachments.finish({ uploadIds: [uploadId] })
  return attachments[0]!
}
