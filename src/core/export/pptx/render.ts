import { AppError, type Progress } from '#api'
import PptxGenJS from 'pptxgenjs'
import { STAGE, titleOf, type Deck, type Language } from '../../present'
import { finish } from './finish'
import { fontsFor, inches } from './look'
import { defineMasters } from './masters'
import { drawSlide } from './slides'
import { tagOf, Typesetter } from './typesetter'

const SLIDES_PER_STEP = 20

/** A deck as the bytes of a PPTX file. @throws AppError EXPORT_FAILED. */
export async function* renderPptx(deck: Deck, language: Language): AsyncGenerator<Progress, Uint8Array<ArrayBuffer>> {
  const total = deck.slides.length
  const fonts = fontsFor(language)
  const pptx = new PptxGenJS()
  pptx.defineLayout({ name: 'STAGE', width: inches(STAGE.width), height: inches(STAGE.height) })
  pptx.layout = 'STAGE'
  pptx.title = deck.title
  pptx.subject = deck.title
  pptx.author = '镜鉴'
  pptx.company = ''
  pptx.theme = { headFontFace: fonts.song, bodyFontFace: fonts.hei }
  defineMasters(pptx, fonts, deck.title)
  const type = new Typesetter(fonts, language)
  for (const [index, slide] of deck.slides.entries()) {
    if (index % SLIDES_PER_STEP === 0) yield { stage: 'render', done: index, total, label: deck.title }
    drawSlide(pptx, slide, type)
  }
  yield { stage: 'write', done: total, total, label: deck.title }
  try {
    const file = await pptx.write({ outputType: 'uint8array' })
    return finish(file as Uint8Array, { fonts, languageTag: tagOf(language), titles: deck.slides.map(titleOf) })
  } catch (cause) {
    throw new AppError('EXPORT_FAILED', { format: 'pptx', detail: cause instanceof Error ? cause.message : '' }, { cause })
  }
}
