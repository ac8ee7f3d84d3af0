import { escaped, link } from './inline'

/** A field of Word: instructions, then a result. */
interface Field {
  instruction: string
  hasResult: boolean
  /** Where the result starts in the words so far. */
  from: number
}

/**
 * Puts the words of one paragraph together as Word's formats give them: runs that cut through anything, and fields
 * within them. A link is a field; so is ruby in older files, of which the base stays.
 */
export class Words {
  private written = ''
  /** Marks may be split over runs, so that text is escaped as late as possible. */
  private plain = ''
  private fields: Field[] = []

  get isEmpty(): boolean {
    return this.written === '' && this.plain === ''
  }

  /** What is added now is the instruction of a field and not shown. */
  get isInstruction(): boolean {
    return this.fields.at(-1)?.hasResult === false
  }

  add(text: string): void {
    const field = this.fields.at(-1)
    if (field !== undefined && !field.hasResult) field.instruction += text
    else if (this.fields.every(({ hasResult }) => hasResult)) this.plain += text
  }

  /** What `fill` adds, as a link. */
  linked(address: string | undefined, fill: () => void): void {
    this.flush()
    const from = this.written.length
    fill()
    this.flush()
    this.link(from, address)
  }

  beginField(instruction = ''): void {
    this.flush()
    this.fields.push({ instruction, hasResult: false, from: this.written.length })
  }

  beginResult(): void {
    this.flush()
    const field = this.fields.at(-1)
    if (field !== undefined) Object.assign(field, { hasResult: true, from: this.written.length })
  }

  endField(): void {
    this.flush()
    const field = this.fields.pop()
    if (field === undefined) return
    if (field.hasResult && this.written.length > field.from) this.link(field.from, /^\s*HYPERLINK\s+"([^"]+)"/u.exec(field.instruction)?.[1])
    else this.add(rubyBase(field.instruction))
  }

  /** The words as Markdown; what comes next is the next paragraph, a field still open goes on in it. */
  take(): string {
    this.flush()
    const words = this.written
    this.written = ''
    for (const field of this.fields) field.from = 0
    return words
  }

  private flush(): void {
    this.written += escaped(this.plain)
    this.plain = ''
  }

  private link(from: number, address: string | undefined): void {
    if (address !== undefined) this.written = this.written.slice(0, from) + link(this.written.slice(from), address)
  }
}

/** Ruby as an equation: `EQ \o\ad(\s\up 9(reading),base)`. */
function rubyBase(instruction: string): string {
  return /^\s*EQ\s[^(]{0,200}\\o[^(]{0,40}\(\s*\\s\\(?:up|do)\s*-?\d+\s*\([^()]*\)\s*[,;]([^()]*)\)\s*$/iu.exec(instruction)?.[1] ?? ''
}
