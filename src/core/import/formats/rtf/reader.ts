import { inOneLine, type Block } from '../../markup/blocks'
import { Flow } from '../../markup/flow'
import { encodingOfCharset, encodingOfPage } from './charsets'
import { blockOf, plainParagraph, type Paragraph } from './paragraph'
import type { Token } from './tokens'
import { CHARACTERS, PASSED_OVER, STARRED } from './words'

const DEEPEST = 1_000
const LONGEST_SKIP = 20
type Place = 'text' | 'none' | 'fonts' | 'styles' | 'instruction' | 'label'
type Aside = 'note' | 'box'

/** What holds within a group of braces. */
interface Group {
  place: Place
  /** What ends with the group. */
  opens?: Aside | 'field' | 'style'
  isDeleted: boolean
  isHidden: boolean
  font: number
  unicodeSkip: number
}

/** Reads the pieces of an RTF file one after the other. */
export class RtfReader {
  pictures = 0
  encoding = 'windows-1252'
  private readonly groups: Group[] = []
  /** The body, and in it the note or box that is being read; each with the paragraph it stands in. */
  private readonly flows: { flow: Flow; outer: Paragraph }[] = [{ flow: new Flow(), outer: plainParagraph() }]
  private paragraph = plainParagraph()
  private readonly fonts = new Map<number, string>()
  private readonly styles = new Map<number, string>()
  private style = { number: 0, name: '' }
  private noteCount = 0
  private bytes: number[] = []
  private skip = 0
  private isStarred = false
  private tooDeep = 0

  /** Groups are still open: at the end, the file was cut short. */
  get isOpen(): boolean {
    return this.groups.length > 0
  }

  take(token: Token): void {
    if (token.kind === 'byte') {
      if (this.skip > 0) this.skip--
      else this.bytes.push(token.byte)
      return
    }
    this.flushBytes()
    switch (token.kind) {
      case 'open': return this.open()
      case 'close': return this.close()
      case 'text': return this.unskipped(token.text)
      case 'sign': return this.sign(token.sign)
      case 'word': return this.word(token.name, token.value)
    }
  }

  finish(): Block[] {
    this.flushBytes()
    while (this.flows.length > 1) this.endAside('box')
    this.endParagraph()
    return this.flow.finish()
  }

  private get flow(): Flow {
    return this.flows.at(-1)!.flow
  }

  private get group(): Group {
    return this.groups.at(-1) ?? { place: 'text', isDeleted: false, isHidden: false, font: -1, unicodeSkip: 1 }
  }

  private open(): void {
    this.skip = 0
    if (this.groups.length >= DEEPEST) this.tooDeep++
    else {
      const { opens: _, ...inherited } = this.group
      this.groups.push(inherited)
    }
  }

  private close(): void {
    this.skip = 0
    this.isStarred = false
    if (this.tooDeep > 0) {
      this.tooDeep--
      return
    }
    const closed = this.groups.pop()
    if (closed === undefined) return
    if (closed.opens === 'field') this.flow.words.endField()
    else if (closed.opens === 'style') this.styles.set(this.style.number, this.style.name.replace(/;\s*$/u, '').trim())
    else if (closed.opens !== undefined) this.endAside(closed.opens)
    if (closed.place === 'instruction' && this.group.place !== 'instruction') this.flow.words.beginResult()
  }

  /** After `\u` so many characters follow for programs that know no Unicode. */
  private unskipped(text: string): void {
    const rest = text.slice(this.skip)
    this.skip = Math.max(0, this.skip - text.length)
    this.text(rest)
  }

  private text(text: string): void {
    const { place, isDeleted, isHidden } = this.group
    if (place === 'styles') this.style.name += text
    else if (place === 'label') this.paragraph.label += text
    else if ((place === 'text' || place === 'instruction') && !isDeleted && !isHidden) this.flow.words.add(text)
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return
    const bytes = Uint8Array.from(this.bytes.splice(0))
    this.text(new TextDecoder(this.fonts.get(this.group.font) ?? this.encoding).decode(bytes))
  }

  private sign(sign: string): void {
    if (sign === '*') this.isStarred = true
    else if (sign === '~') this.text(' ')
    else if (sign === '_') this.text('-')
    else if (sign === '\n' || sign === '\r') this.word('par', undefined)
  }

  private word(name: string, value: number | undefined): void {
    const { group, isStarred } = this
    this.isStarred = false
    if (name === 'pict' && group.place === 'text') this.pictures++
    if (PASSED_OVER.has(name) || (isStarred && !STARRED.has(name))) group.place = 'none'
    if (group.place === 'none') return
    if (name in CHARACTERS) this.text(CHARACTERS[name]!)
    else if (!this.characterWord(name, value, group)) this.placeWord(name, value, group)
  }

  /** Words that mean the same wherever they stand. */
  private characterWord(name: string, value: number | undefined, group: Group): boolean {
    const isOn = value !== 0
    switch (name) {
      case 'u': this.text(String.fromCharCode((value ?? 0) & 0xffff)); this.skip = group.unicodeSkip; return true
      case 'uc': group.unicodeSkip = Math.min(Math.max(0, value ?? 1), LONGEST_SKIP); return true
      case 'f': group.font = value ?? -1; return true
      case 'deleted': group.isDeleted = isOn; return true
      case 'v': group.isHidden = isOn; return true
      case 'plain': Object.assign(group, { isDeleted: false, isHidden: false }); return true
      default: return false
    }
  }

  private placeWord(name: string, value: number | undefined, group: Group): void {
    if (group.place === 'fonts') {
      const encoding = name === 'fcharset' ? encodingOfCharset(value) : name === 'cpg' ? encodingOfPage(value) : undefined
      if (encoding !== undefined) this.fonts.set(group.font, encoding)
    } else if (group.place === 'styles') {
      if (name !== 's') return
      group.opens = 'style'
      this.style = { number: value ?? 0, name: '' }
    } else if (group.place !== 'label' && !this.destination(name, group)) this.paragraphWord(name, value, group)
  }

  private destination(name: string, group: Group): boolean {
    switch (name) {
      case 'fonttbl': group.place = 'fonts'; return true
      case 'stylesheet': group.place = 'styles'; return true
      case 'listtext': case 'pntext': group.place = 'label'; return true
      case 'field': group.opens = 'field'; this.flow.words.beginField(); return true
      case 'fldinst': group.place = 'instruction'; return true
      case 'footnote': this.beginAside(group, 'note'); return true
      case 'shptxt': this.beginAside(group, 'box'); return true
      default: return false
    }
  }

  private paragraphWord(name: string, value: number | undefined, group: Group): void {
    const { paragraph } = this
    switch (name) {
      case 'ansicpg': this.encoding = encodingOfPage(value); break
      case 'mac': this.encoding = encodingOfPage(10000); break
      case 'par': case 'sect': case 'page': case 'nestcell': case 'nestrow': if (!group.isDeleted) this.endParagraph(); break
      case 'pard': this.paragraph = { ...plainParagraph(), label: paragraph.label }; break
      case 's': paragraph.style = value ?? 0; break
      case 'outlinelevel': paragraph.outline = value; break
      case 'ilvl': paragraph.level = Math.min(Math.max(0, value ?? 0), 8); break
      case 'intbl': paragraph.isInTable = true; break
      case 'itap': paragraph.isInTable ||= (value ?? 0) > 0; break
      case 'cell': paragraph.isInTable = true; this.endParagraph(); this.flow.endCell(); break
      case 'row': this.flow.endRow(); break
      case 'chftn': this.text(this.flows.length > 1 ? '' : `〔${this.noteCount + 1}〕`); break
    }
  }

  private beginAside(group: Group, kind: Aside): void {
    group.opens = kind
    group.place = 'text'
    this.flows.push({ flow: new Flow(), outer: this.paragraph })
    this.paragraph = plainParagraph()
  }

  private endAside(kind: Aside): void {
    this.endParagraph()
    const { flow, outer } = this.flows.pop()!
    this.paragraph = outer
    const blocks = flow.finish()
    this.flow.aside(kind === 'box' ? blocks : [{ kind: 'paragraph', words: `〔${++this.noteCount}〕 ${inOneLine(blocks)}` }])
  }

  private endParagraph(): void {
    const { flow, paragraph } = this
    flow.paragraph(blockOf(flow.words.take(), paragraph, this.styles.get(paragraph.style) ?? ''), paragraph.isInTable)
    paragraph.label = ''
  }
}
