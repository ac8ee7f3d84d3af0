import { strFromU8, strToU8, unzipSync } from 'fflate'
import { pack } from '../bundle/archive'
import { COLOURS, SONG_LATIN, type Fonts } from './look'
import { describedTables, existingParts, inSchemaOrder, namedSlides, oneStyleEach, uniqueIds } from './strict'

export interface Finish {
  fonts: Fonts
  /** BCP 47, as Office writes it. */
  languageTag: string
  /** What each slide is called. */
  titles: string[]
}

/**
 * What pptxgenjs leaves out: East Asian fonts and our colours in the theme, Western letters beside the Song face, the
 * language of what it writes itself, paragraphs in the notes; and what it writes against the schema.
 */
export function finish(file: Uint8Array, wanted: Finish): Uint8Array<ArrayBuffer> {
  const parts: Record<string, Uint8Array> = {}
  for (const [name, bytes] of Object.entries(unzipSync(file))) if (!name.endsWith('/')) parts[name] = bytes
  const names = new Set(Object.keys(parts))
  for (const [name, bytes] of Object.entries(parts)) {
    if (name.endsWith('.xml')) parts[name] = strToU8(finishPart(name, strFromU8(bytes), wanted, names))
  }
  return pack(parts)
}

function finishPart(name: string, xml: string, { fonts, languageTag, titles }: Finish, names: ReadonlySet<string>): string {
  if (name === '[Content_Types].xml') return existingParts(xml, names)
  if (name === 'ppt/presentation.xml') return inSchemaOrder(xml)
  if (name === 'docProps/app.xml') return namedSlides(xml, titles, [SONG_LATIN, fonts.hei])
  if (name.startsWith('ppt/theme/')) return theme(xml, fonts)
  if (name.startsWith('ppt/notesSlides/')) return ownLanguage(notes(xml, languageTag), languageTag)
  if (name.startsWith('ppt/slideLayouts/')) return uniqueIds(faces(xml, fonts).replaceAll('lang="en-US"', `lang="${languageTag}"`))
  if (!/^ppt\/(?:slides|slideMasters)\//u.test(name)) return xml
  return uniqueIds(describedTables(oneStyleEach(ownLanguage(faces(xml, fonts), languageTag)), languageTag))
}

function theme(xml: string, fonts: Fonts): string {
  const face = (part: 'majorFont' | 'minorFont', latin: string, eastAsian: string, text: string) => text.replace(
    new RegExp(`<a:${part}><a:latin typeface="[^"]*"/><a:ea typeface=""/>`, 'u'),
    () => `<a:${part}><a:latin typeface="${latin}"/><a:ea typeface="${eastAsian}"/>`,
  )
  const withFonts = face('minorFont', fonts.hei, fonts.hei, face('majorFont', SONG_LATIN, fonts.song, xml))
  return withFonts
    .replace(/<a:clrScheme [\s\S]*?<\/a:clrScheme>/u, () => colourScheme())
    .replace(/(<a:theme [^>]*name=")[^"]*"/u, (_, start: string) => `${start}镜鉴"`)
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

const ROMAN = 18
const SWISS = 34

/** Western letters beside the Song face, and of every face its kind and script, by which a program without it picks another. */
function faces(xml: string, fonts: Fonts): string {
  return xml
    .replaceAll(`<a:latin typeface="${fonts.song}"`, `<a:latin typeface="${SONG_LATIN}"`)
    .replace(/<a:(latin|ea|cs) typeface="([^"]*)"[^>]*\/>/gu, (_, script: string, face: string) => {
      const isSong = face === fonts.song || face === SONG_LATIN
      return `<a:${script} typeface="${face}" pitchFamily="${isSong ? ROMAN : SWISS}" charset="${script === 'ea' ? fonts.charset : 0}"/>`
    })
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
