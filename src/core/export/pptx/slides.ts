import type PptxGenJS from 'pptxgenjs'
import {
  BODY, CASE_TITLE_LEADING, CASE_TITLE_SIZES, countLines, factsHeight, gapBefore, META, PANEL, QUOTATION, scaleFor, shorten, TITLE, typeOf,
  type CaseSlide, type Part, type QuotationSlide, type Slide, type TitleSlide,
} from '../../present'
import { COLOURS } from './look'
import { MASTERS } from './masters'
import { agendaTable, matrixTable, sourcesTable, termsTable } from './tables'
import { box, type Text, type Typesetter } from './typesetter'

/** Puts one slide into the file. */
export function drawSlide(pptx: PptxGenJS, slide: Slide, type: Typesetter): void {
  const page = pptx.addSlide({ masterName: masterOf(slide) })
  switch (slide.kind) {
    case 'title': drawTitle(page, slide, type); break
    case 'case': drawCase(page, slide, type); break
    case 'quotation': drawQuotation(page, slide, type); break
    default: {
      drawHeading(page, slide.heading, 'part' in slide ? slide.part : { index: 1, of: 1 }, type)
      if (slide.kind === 'agenda') agendaTable(page, slide, type)
      else if (slide.kind === 'matrix') matrixTable(page, slide, type)
      else if (slide.kind === 'terms') termsTable(page, slide, type)
      else sourcesTable(page, slide, type)
    }
  }
  if (slide.notes !== '') page.addNotes(slide.notes)
}

function masterOf(slide: Slide): string {
  if (slide.kind === 'title') return MASTERS.title
  if (slide.kind === 'case') return MASTERS.case
  return slide.kind === 'quotation' ? MASTERS.quotation : MASTERS.heading
}

function drawTitle(page: PptxGenJS.Slide, { title, subtitle }: TitleSlide, type: Typesetter): void {
  const size = largestFitting(TITLE.sizes, title, TITLE.width, TITLE.maxLines)
  const leading = Math.round(size * TITLE.leadingFactor)
  page.addText([type.text(title, { face: 'song', size, leading, bold: true })], { placeholder: 'title' })
  page.addText([type.text(subtitle, { face: 'hei', size: 16, leading: 26, colour: COLOURS.inkSoft })], box(TITLE.left, 358, TITLE.width, 60))
}

function drawHeading(page: PptxGenJS.Slide, heading: string, part: Part, type: Typesetter): void {
  const texts = [type.text(heading, { face: 'song', size: 28, leading: 38, bold: true })]
  if (part.of > 1) texts.push(type.text(`   ${part.index} / ${part.of}`, { face: 'song', size: 14, leading: 38, colour: COLOURS.inkFaint }))
  page.addText(texts, { placeholder: 'title' })
}

function drawCase(page: PptxGenJS.Slide, slide: CaseSlide, type: Typesetter): void {
  drawPanel(page, slide, type)
  const scale = scaleFor(slide.size)
  const texts: Text[] = slide.blocks.flatMap((block, blockIndex) => {
    const { size, leading } = typeOf(block, scale)
    const before = blockIndex === 0 ? 0 : scale.blockGap
    const label = block.label === '' ? [] : [type.text(block.label, {
      face: 'hei', size: 11.5, leading: scale.label.leading, colour: COLOURS.cinnabar, bold: true, spacing: 2, before,
    }, { breakLine: true })]
    const paragraphs = block.paragraphs.flatMap((paragraph, index) => paragraph.runs.map((run, runIndex) => {
      const gap = gapBefore(index, block, scale) + (index === 0 && block.label === '' ? before : 0)
      const isLast = runIndex === paragraph.runs.length - 1
      return type.text(run.text, {
        face: block.lead ? 'song' : 'hei', size, leading, before: gap, bold: run.strong || paragraph.style === 'heading',
      }, {
        ...(isLast ? { breakLine: true } : {}),
        ...(paragraph.style === 'item' ? { bullet: { characterCode: '2022', indent: scale.itemIndent } } : {}),
      })
    }))
    return [...label, ...paragraphs]
  })
  if (texts.length > 0) page.addText(texts, { ...box(BODY.left, BODY.top, BODY.width, BODY.height), objectName: 'Text' })
}

function drawPanel(page: PptxGenJS.Slide, { number, title, part, facts }: CaseSlide, type: Typesetter): void {
  const numberTexts = [type.text(number, { face: 'song', size: 34, leading: 42, colour: COLOURS.cinnabar })]
  if (part.of > 1) numberTexts.push(type.text(`   ${part.index} / ${part.of}`, { face: 'song', size: 13, leading: 42, colour: COLOURS.inkFaint }))
  page.addText(numberTexts, { ...box(PANEL.left, PANEL.top, PANEL.textWidth, 42), objectName: 'Number' })

  const metaHeight = factsHeight(facts)
  const titleTop = PANEL.top + PANEL.numberHeight
  const titleHeight = PANEL.bottom - metaHeight - 20 - titleTop
  const sizes = CASE_TITLE_SIZES.map((size) => ({ size, leading: Math.round(size * CASE_TITLE_LEADING) }))
  const fits = ({ size, leading }: { size: number; leading: number }) => countLines(title, PANEL.textWidth, size) * leading <= titleHeight
  const chosen = sizes.find(fits) ?? sizes.at(-1)!
  const shown = shorten(title, PANEL.textWidth, chosen.size, Math.max(1, Math.floor(titleHeight / chosen.leading)))
  page.addText([type.text(shown, { face: 'song', ...chosen, bold: true })], { placeholder: 'title' })

  const metaTexts = facts.flatMap(({ label, value }, index) => [
    type.text(label, { face: 'hei', size: META.labelSize, leading: META.labelLeading, colour: COLOURS.inkFaint, before: index === 0 ? 0 : META.gap }, { breakLine: true }),
    type.text(value, { face: 'hei', size: META.size, leading: META.leading, colour: COLOURS.inkSoft }, { breakLine: true }),
  ])
  if (metaTexts.length > 0) {
    page.addText(metaTexts, { ...box(PANEL.left, PANEL.bottom - metaHeight, PANEL.textWidth, metaHeight, 'bottom'), objectName: 'Facts' })
  }
}

function drawQuotation(page: PptxGenJS.Slide, { text, from, themes }: QuotationSlide, type: Typesetter): void {
  const size = QUOTATION.sizes.find((candidate) => heightAt(text, candidate) <= QUOTATION.height) ?? QUOTATION.sizes.at(-1)!
  const leading = Math.round(size * QUOTATION.leadingFactor)
  page.addText([type.text(text, { face: 'song', size, leading })], { ...box(QUOTATION.left, QUOTATION.top, QUOTATION.width, QUOTATION.height, 'middle'), objectName: 'Quotation' })
  page.addText([type.text(from, { face: 'song', size: 16, leading: 24, bold: true })], { placeholder: 'title' })
  if (themes.length > 0) {
    page.addText([type.text(themes.join(' · '), { face: 'hei', size: 12, leading: 18, colour: COLOURS.inkFaint })], box(QUOTATION.left, 444, QUOTATION.width, 20))
  }
}

function heightAt(text: string, size: number): number {
  return countLines(text, QUOTATION.width, size) * Math.round(size * QUOTATION.leadingFactor)
}

function largestFitting(sizes: readonly number[], text: string, width: number, lines: number): number {
  return sizes.find((size) => countLines(text, width, size) <= lines) ?? sizes.at(-1)!
}
