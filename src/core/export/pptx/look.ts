import type { Language } from '../../present'

/** Paper, ink and one cinnabar, as in the program. */
export const COLOURS = {
  paper: 'FBF8F1',
  panel: 'F3EEE3',
  ink: '221F1B',
  inkSoft: '574F45',
  inkFaint: '70675A',
  line: 'E4DCCC',
  lineStrong: 'CABFAB',
  cinnabar: 'AD3425',
  onSeal: 'FFFAF2',
  jade: '35665A',
  ochre: '835618',
} as const

export interface Fonts {
  /** Song face, for headings and quotations. */
  song: string
  /** Hei face, for text. */
  hei: string
  /** What Office calls the script of both, as a signed byte: GB2312 or Big5. */
  charset: -122 | -120
}

/** Faces that come with Windows and with Office on macOS; every other program replaces them by its own Song and Hei. */
export function fontsFor(language: Language): Fonts {
  return language === 'zh-Hant'
    ? { song: 'PMingLiU', hei: 'Microsoft JhengHei', charset: -120 }
    : { song: 'SimSun', hei: 'Microsoft YaHei', charset: -122 }
}

/** Western letters and digits beside the Song face, whose own are coarse. */
export const SONG_LATIN = 'Times New Roman'

/** Points to the inches that pptxgenjs asks for. */
export function inches(points: number): number {
  return points / 72
}
