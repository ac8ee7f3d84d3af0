import { strFromU8, strToU8, unzipSync } from 'fflate'
import { pack } from '../bundle/archive'
import { COLOURS, SONG_LATIN, type Fonts } from './look'

/**
 * What pptxgenjs leaves out: East Asian fonts and our colours in the theme, Western letters beside the Song face, the
 * language of what it writes itself, paragraphs in the notes, and shape ids that are used once on a slide.
 */
export function finish(file: Uint8Array, fonts: Fonts, languageTag: string): Uint8Array<ArrayBuffer> {
  const parts: Record<string, Uint8Array> = {}
  for (const [name, bytes] of Object.entries(unzipSync(file))) {
    if (name.endsWith('/')) continue
    parts[name] = name.endsWith('.xml') ? strToU8(finishPart(name, strFromU8(bytes), fonts, languageTag)) : bytes
  }
  return pack(parts)
}

function finishPart(name: string, xml: string, fonts: Fonts, languageTag: string): string {
  if (name.startsWith('ppt/theme/')) return theme(xml, fonts)
  if (name.startsWith('ppt/notesSlides/')) return ownLanguage(notes(xml, languageTag), languageTag)
  if (!/^ppt\/(?:slides|slideLayouts|slideMasters)\//u.test(name)) return xml
  return uniqueIds(ownLanguage(westernLetters(xml, fonts), languageTag))
}

function theme(xml: string, fonts: Fonts): string {
  const face = (part: 'majorFont' | 'minorFont', latin: string, eastAsian: string, text: string) => text.replace(
    new RegExp(`<a:${part}><a:latin typeface="[^"]*"/><a:ea typeface=""/>`, 'u'),
    () => `<a:${part}><a:latin typeface="${latin}"/><a:ea typeface="${eastAsian}"/>`,
  )
  const withFonts = face('minorFont', fonts.hei, fonts.hei, face('majorFont', SONG_LATIN, fonts.song, xml))
  return withFonts.replace(/<a:clrScheme [\s\S]*?<\/a:clrScheme>/u, () => colourScheme())
}

function colourScheme(): string {
  const { ink, paper, inkSoft, panel, cinnabar, jade, ochre, inkFaint, lineStrong } = COLOURS
  const slots = {
    dk1: ink, lt1: paper, dk2: inkSoft, lt2: panel, accent1: cinnabar, accent2: jade, accent3: ochre, accent4: inkFaint, accent5: lineStrong,
    accent6: '8C2A1E', hlink: cinnabar, folHlink: inkFaint,
  }
  const colours = Object.entries(slots).map(([slot, value]) => `<a:${slot}><a:srgbClr val="${value}"/></a:${slot}>`)
  return `<a:clrScheme name="Jingjian">${colours.join('')}</a:clrScheme>`
}

function westernLetters(xml: string, fonts: Fonts): string {
  return xml.replaceAll(`<a:latin typeface="${fonts.song}"`, `<a:latin typeface="${SONG_LATIN}"`)
}

/** Only in what pptxgenjs added: our own runs say their language themselves. */
function ownLanguage(xml: string, tag: string): string {
  return xml
    .replace(/(<a:endParaRPr[^>]*? ?lang=")en-US"/gu, (_, start: string) => `${start}${tag}"`)
    .replace(/(<a:rPr b="0" lang=")en-US"/gu, (_, start: string) => `${start}${tag}"`)
    .replace(/(<a:fld [^>]*><a:rPr lang=")en-US"/gu, (_, start: string) => `${start}${tag}"`)
}

function notes(xml: string, tag: string): string {
  const run = /<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([\s\S]*?)<\/a:t><\/a:r><a:endParaRPr[^>]*\/><\/a:p>/u
  return xml.replace(run, (_, text: string) => text
    .split(/\r?\n/u)
    .map((line) => (line === '' ? `<a:p><a:endParaRPr lang="${tag}" dirty="0"/></a:p>` : `<a:p><a:r><a:rPr lang="${tag}" dirty="0"/><a:t>${line}</a:t></a:r></a:p>`))
    .join(''))
}

function uniqueIds(xml: string): string {
  let id = 1
  return xml.replace(/<p:cNvPr id="\d+"/gu, () => `<p:cNvPr id="${id++}"`)
}
