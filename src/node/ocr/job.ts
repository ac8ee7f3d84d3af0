import { AppError, type OcrScript } from '#api'
import type { OcrJob, PageToRecognise, RecognisedPage } from '#core/ports'
import type { Block, Line } from 'tesseract.js'
import { PdfPictures } from '../pdf/page-pictures'
import { portableGreyMap } from '../pdf/raster'
import { Engine } from './engine'
import { confidenceOf, linesOfBlocks, textLines } from './lines'
import { availableScripts } from './parts'
import { pictureFor } from './picture'

/** What is tried on a page of which nothing is known. */
const CHINESE: readonly OcrScript[] = ['chi_sim', 'chi_tra']
/** Lines that are held against each other in two scripts, and how many characters one must have. */
const COMPARED_LINES = 3
const FEWEST_CHARACTERS = 8
/** Letters of all that make a page an English one. */
const LATIN = 0.8
const A4_WIDTH = 595
/** Points around a line that is read again. */
const MARGIN = 6

interface Picture {
  bytes: Uint8Array
  width: number
  height: number
  /** Points for each of the picture's. */
  scale: number
  pointWidth: number
  pointHeight: number
}

/** Pages one after the other, with an engine for each script that was needed. */
export class RecognitionJob implements OcrJob {
  private readonly engines = new Map<OcrScript, Promise<Engine>>()
  private readonly pdf = new PdfPictures()
  private isEnded = false
  /** Of the page before: most pages are in the script of the one before. */
  private latest: OcrScript = 'chi_sim'

  async recognise(page: PageToRecognise, onPart: (part: number) => void): Promise<RecognisedPage> {
    const picture = await this.pictureOf(page)
    this.failIfEnded()
    if (picture === null) return blankPage(page.script)
    const { script, blocks } = await this.read(picture, page, onPart)
    const { height, scale, pointWidth, pointHeight } = picture
    const { runs, doubtful, confidence } = linesOfBlocks(blocks, scale, height)
    this.latest = script
    return { script, confidence, doubtful, page: { width: pointWidth, height: pointHeight, runs } }
  }

  async end(): Promise<void> {
    this.isEnded = true
    await this.pdf.end()
    await Promise.all([...this.engines.values()].map(async (starting) => (await starting.catch(() => null))?.end()))
  }

  private async pictureOf({ bytes, file, kind, page }: PageToRecognise): Promise<Picture | null> {
    if (kind === 'picture') {
      const { bytes: picture, width, height } = pictureFor(bytes, file, page)
      const scale = A4_WIDTH / width
      return { bytes: picture, width, height, scale, pointWidth: A4_WIDTH, pointHeight: height * scale }
    }
    const found = await this.pdf.page(bytes, file, page)
    if (found === null) return null
    const { width, height, pointWidth, pointHeight } = found
    return { bytes: portableGreyMap(found), width, height, scale: pointWidth / width, pointWidth, pointHeight }
  }

  private async read(picture: Picture, { file, script }: PageToRecognise, onPart: (part: number) => void): Promise<{ script: OcrScript; blocks: Block[] }> {
    const first = script === 'auto' ? this.latest : script
    const blocks = await this.blocks(first, picture, file, onPart)
    if (script !== 'auto') return { script, blocks }
    const better = await this.betterScript(first, blocks, picture, file)
    return better === first ? { script: first, blocks } : { script: better, blocks: await this.blocks(better, picture, file, onPart) }
  }

  /** Reads a few of the lines again as the other script: where that is surer, the page is in the other. */
  private async betterScript(read: OcrScript, blocks: readonly Block[], picture: Picture, file: string): Promise<OcrScript> {
    const there = await availableScripts()
    const lines = textLines(blocks)
    const letters = lines.map(({ text }) => text).join('').replace(/[^\p{L}]/gu, '')
    const isLatin = letters.length > 0 && letters.replace(/\P{Script=Latin}/gu, '').length / letters.length >= LATIN
    if (isLatin) return there.includes('eng') ? 'eng' : read
    const telling = lines.filter(({ text }) => text.replace(/\P{Script=Han}/gu, '').length >= FEWEST_CHARACTERS)
      .sort((a, b) => b.text.length - a.text.length).slice(0, COMPARED_LINES)
    let [best, most] = [read, confidenceOf(telling)]
    for (const other of CHINESE.filter((script) => script !== read && there.includes(script))) {
      const again: Line[] = []
      for (const { bbox } of telling) again.push(...textLines(await this.blocks(other, picture, file, () => undefined, bbox)))
      const confidence = confidenceOf(again)
      if (confidence > most) [best, most] = [other, confidence]
    }
    return best
  }

  private async blocks(script: OcrScript, picture: Picture, file: string, onPart: (part: number) => void, box?: Line['bbox']): Promise<Block[]> {
    let starting = this.engines.get(script)
    if (starting === undefined) {
      starting = Engine.start(script)
      this.engines.set(script, starting)
    }
    const engine = await starting
    this.failIfEnded()
    return engine.blocks(picture.bytes, file, { onPart, ...(box === undefined ? {} : { rectangle: around(box, picture) }) })
  }

  private failIfEnded(): void {
    if (this.isEnded) throw new AppError('CANCELLED')
  }
}

function around({ x0, y0, x1, y1 }: Line['bbox'], { width, height }: Picture) {
  const [left, top] = [Math.max(0, x0 - MARGIN), Math.max(0, y0 - MARGIN)]
  return { left, top, width: Math.min(width, x1 + MARGIN) - left, height: Math.min(height, y1 + MARGIN) - top }
}

function blankPage(script: PageToRecognise['script']): RecognisedPage {
  return { script: script === 'auto' ? 'chi_sim' : script, confidence: 0, doubtful: [], page: { width: 0, height: 0, runs: [] } }
}
