import { childOf, descendantsOf, elementsIn, textIn, type Element } from '../../markup/tree'
import { Words } from '../../markup/words'
import { isOn, type WordPackage } from './package'

/** What was taken out, or moved elsewhere, and what is no text. */
const PASSED_OVER = new Set(['pPr', 'rPr', 'del', 'moveFrom', 'delText', 'delInstrText', 'rt', 'rubyPr', 'sdtPr', 'sdtEndPr', 'smartTagPr', 'customXmlPr', 'fldData'])

/** What the words of one paragraph give besides themselves. */
export interface Aside {
  /** Contents of text boxes in the paragraph. */
  boxes: Element[]
  /** Notes that the paragraph refers to, with the number shown in it. */
  notes: { number: number; note: Element }[]
  pictures: number
}

/** Reads the words of paragraphs, in order: notes are numbered through the document. */
export class InlineReader {
  private noteCount = 0
  private readonly words = new Words()
  private aside: Aside = { boxes: [], notes: [], pictures: 0 }

  constructor(private readonly word: WordPackage) {}

  /** The paragraph's words as Markdown. */
  read(paragraph: Element): { words: string; aside: Aside } {
    this.aside = { boxes: [], notes: [], pictures: 0 }
    this.walk(paragraph)
    return { words: this.words.take(), aside: this.aside }
  }

  private walk(parent: Element): void {
    for (const child of elementsIn(parent)) this.visit(child)
  }

  private visit(element: Element): void {
    const { name, attributes } = element
    if (PASSED_OVER.has(name)) return
    switch (name) {
      case 'r': return isOn(childOf(element, 'rPr'), 'vanish') ? undefined : this.walk(element)
      case 't': case 'instrText': return this.words.add(textIn(element))
      case 'tab': case 'ptab': return this.words.add(' ')
      case 'br': return this.words.add(attributes.type === 'page' || attributes.type === 'column' ? '' : '\n')
      case 'cr': return this.words.add('\n')
      case 'noBreakHyphen': return this.words.add('-')
      case 'fldChar': return this.field(attributes.fldCharType)
      case 'fldSimple': return this.simpleField(element)
      case 'hyperlink': return this.words.linked(this.word.links.get(attributes.id ?? ''), () => this.walk(element))
      case 'footnoteReference': return this.note(this.word.footnotes.get(attributes.id ?? ''))
      case 'endnoteReference': return this.note(this.word.endnotes.get(attributes.id ?? ''))
      case 'AlternateContent': return this.alternative(element)
      case 'txbxContent': return void this.aside.boxes.push(element)
      case 'blip': case 'imagedata': return void this.aside.pictures++
      default: return this.walk(element)
    }
  }

  private field(type: string | undefined): void {
    if (type === 'begin') this.words.beginField()
    else if (type === 'separate') this.words.beginResult()
    else if (type === 'end') this.words.endField()
  }

  private simpleField(element: Element): void {
    this.words.beginField(element.attributes.instr ?? '')
    this.words.beginResult()
    this.walk(element)
    this.words.endField()
  }

  private note(note: Element | undefined): void {
    if (note === undefined) return
    const number = ++this.noteCount
    this.aside.notes.push({ number, note })
    this.words.add(`〔${number}〕`)
  }

  /** The same content for newer and for older programs: one of the two, the one that has text. */
  private alternative(element: Element): void {
    const choices = elementsIn(element)
    const withBox = choices.find((choice) => descendantsOf(choice, 'txbxContent').length > 0)
    const chosen = withBox ?? choices[0]
    if (chosen !== undefined) this.walk(chosen)
  }
}
