import type PptxGenJS from 'pptxgenjs'
import { HEADING, PANEL, QUOTATION, singleLine, shorten, STAGE, TITLE } from '../../present'
import { COLOURS, inches, type Fonts } from './look'

export const MASTERS = { title: 'TITLE', heading: 'HEADING', case: 'CASE', quotation: 'QUOTATION' } as const

const FOOTER_TOP = 508
const RULE = { height: 0.01 }

/** The four layouts of a deck; each has a title placeholder, so that outline and screen readers find every slide's title. */
export function defineMasters(pptx: PptxGenJS, fonts: Fonts, deckTitle: string): void {
  const background = { color: COLOURS.paper }
  const footer = (left: number): NonNullable<PptxGenJS.SlideMasterProps['objects']> => [
    { rect: { x: inches(left), y: inches(FOOTER_TOP - 8), w: inches(STAGE.width - 48 - left), h: RULE.height, fill: { color: COLOURS.line }, line: { color: COLOURS.line, width: 0 } } },
    { text: { text: shorten(singleLine(deckTitle), 460, 9.5, 1), options: { x: inches(left), y: inches(FOOTER_TOP), w: inches(470), h: inches(16), margin: 0, fontFace: fonts.hei, fontSize: 9.5, color: COLOURS.inkFaint, valign: 'middle' } } },
  ]
  const slideNumber: PptxGenJS.SlideNumberProps = {
    x: inches(STAGE.width - 48 - 60), y: inches(FOOTER_TOP), w: inches(60), h: inches(16), margin: 0,
    fontFace: fonts.song, fontSize: 11, color: COLOURS.inkFaint, align: 'right',
  }
  const accent = (x: number, y: number, w: number, h: number) => ({
    rect: { x: inches(x), y: inches(y), w: inches(w), h: inches(h), fill: { color: COLOURS.cinnabar }, line: { color: COLOURS.cinnabar, width: 0 } },
  })
  const title = (x: number, y: number, w: number, h: number, fontSize: number, valign: 'top' | 'middle' | 'bottom') => ({
    placeholder: {
      options: {
        name: 'title', type: 'title' as const, x: inches(x), y: inches(y), w: inches(w), h: inches(h), margin: 0,
        fontFace: fonts.song, fontSize, bold: true, color: COLOURS.ink, align: 'left' as const, valign,
      },
      text: '',
    },
  })

  pptx.defineSlideMaster({
    title: MASTERS.title,
    background,
    objects: [
      { rect: { x: inches(STAGE.width - 132), y: 0, w: inches(132), h: inches(STAGE.height), fill: { color: COLOURS.panel }, line: { color: COLOURS.panel, width: 0 } } },
      accent(TITLE.left, 336, 44, 4),
      seal(fonts),
      title(TITLE.left, 110, TITLE.width, 206, 48, 'bottom'),
    ],
  })
  pptx.defineSlideMaster({
    title: MASTERS.heading,
    background,
    objects: [accent(HEADING.left, HEADING.top - 10, 28, 3), title(HEADING.left, HEADING.top, HEADING.width, HEADING.height, 28, 'middle'), ...footer(HEADING.left)],
    slideNumber,
  })
  pptx.defineSlideMaster({
    title: MASTERS.case,
    background,
    objects: [
      { rect: { x: 0, y: 0, w: inches(PANEL.width), h: inches(STAGE.height), fill: { color: COLOURS.panel }, line: { color: COLOURS.panel, width: 0 } } },
      accent(0, PANEL.top, 5, 40),
      title(PANEL.left, PANEL.top + PANEL.numberHeight, PANEL.textWidth, 120, 26, 'top'),
      ...footer(324),
    ],
    slideNumber,
  })
  pptx.defineSlideMaster({
    title: MASTERS.quotation,
    background,
    objects: [
      { text: { text: '“', options: { x: inches(48), y: inches(70), w: inches(80), h: inches(110), margin: 0, fontFace: 'Times New Roman', fontSize: 120, color: COLOURS.cinnabar, valign: 'top' } } },
      title(QUOTATION.left, 410, QUOTATION.width, 30, 16, 'middle'),
      ...footer(QUOTATION.left),
    ],
    slideNumber,
  })
}

/** The product's name as a seal, on the strip at the right of the first slide. */
function seal(fonts: Fonts) {
  return {
    text: {
      text: '镜\n鉴',
      options: {
        shape: 'roundRect' as const, rectRadius: 0.05, x: inches(STAGE.width - 132 / 2 - 19), y: inches(STAGE.height - 118), w: inches(38), h: inches(70),
        margin: 0, fill: { color: COLOURS.cinnabar }, fontFace: fonts.song, fontSize: 22, bold: true, lineSpacing: 30, color: COLOURS.onSeal,
        align: 'center' as const, valign: 'middle' as const, lang: 'zh-CN',
      },
    },
  }
}
