import type PptxGenJS from 'pptxgenjs'
import { printable, type Language } from '../../present'
import { COLOURS, inches, type Fonts } from './look'

export type TextOptions = PptxGenJS.TextPropsOptions
export type Text = PptxGenJS.TextProps

export interface Style {
  face: 'song' | 'hei'
  size: number
  leading: number
  colour?: string
  bold?: boolean
  spacing?: number
  before?: number
  align?: 'left' | 'center' | 'right'
}

/** Makes text as pptxgenjs takes it: with its face, its language and a line distance that no font can change. */
export class Typesetter {
  constructor(readonly fonts: Fonts, private readonly language: Language) {}

  /** One paragraph of one style, or the start of one where `breakLine` is false. */
  text(text: string, style: Style, more: TextOptions = {}): Text {
    const content = printable(text)
    return {
      text: content,
      options: {
        fontFace: this.fonts[style.face],
        fontSize: style.size,
        lineSpacing: style.leading,
        color: style.colour ?? COLOURS.ink,
        bold: style.bold ?? false,
        ...(style.spacing === undefined ? {} : { charSpacing: style.spacing }),
        ...(style.before === undefined ? {} : { paraSpaceBefore: style.before }),
        ...(style.align === undefined ? {} : { align: style.align }),
        lang: this.languageOf(content),
        ...more,
      },
    }
  }

  /** The BCP 47 tag that Office knows the text's language by. */
  languageOf(text: string): string {
    if (!/\p{Script=Han}/u.test(text)) return 'en-US'
    if (this.language !== 'en') return tagOf(this.language)
    return 'zh-CN'
  }
}

export function tagOf(language: Language): string {
  return { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-US' }[language]
}

/** A frame in points, without the inner margin that would spoil what was measured. */
export function box(left: number, top: number, width: number, height: number, valign: 'top' | 'middle' | 'bottom' = 'top'): TextOptions {
  return { x: inches(left), y: inches(top), w: inches(width), h: inches(height), margin: 0, valign, fit: 'none', wrap: true }
}

export type Border = PptxGenJS.BorderProps
export const NO_BORDER: Border = { type: 'none' }

export function lineBelow(colour: string, width = 0.75): [Border, Border, Border, Border] {
  return [NO_BORDER, NO_BORDER, { type: 'solid', color: colour, pt: width }, NO_BORDER]
}
