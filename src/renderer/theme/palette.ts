/**
 * The colours of Jingjian: paper and ink with one cinnabar accent. Each is a CSS variable of the same name
 * (`inkSoft` is `--ink-soft`), and antd's tokens are made from them, so this is the only place a colour is chosen.
 * Text colours keep a contrast of at least 4.5 to 1 on `paper`, `raised` and `sunken`.
 */
export interface Palette {
  /** The page that is read. */
  paper: string
  /** What lies on the page: menus, dialogs, fields. */
  raised: string
  /** What lies beneath it: the sidebar, quoted originals. */
  sunken: string
  hover: string
  selected: string
  ink: string
  inkSoft: string
  inkFaint: string
  line: string
  lineStrong: string
  /** The accent as text, mark and line. */
  cinnabar: string
  /** The accent as the ground of text in `onSeal`. */
  seal: string
  onSeal: string
  cinnabarWash: string
  /** Ground of a search hit. */
  highlight: string
  /** What compared cases share, and what went well. */
  jade: string
  jadeWash: string
  /** What is unique to one case, and what needs a look. */
  ochre: string
  ochreWash: string
  shadow: string
}

export const light: Palette = {
  paper: '#fbf8f1',
  raised: '#fffdf8',
  sunken: '#f3eee3',
  hover: '#efe8da',
  selected: '#f0e3d5',
  ink: '#221f1b',
  inkSoft: '#574f45',
  inkFaint: '#6a6154',
  line: '#e4dccc',
  lineStrong: '#cabfab',
  cinnabar: '#ad3425',
  seal: '#b03a2a',
  onSeal: '#fffaf2',
  cinnabarWash: '#f7e6de',
  highlight: '#f6dfa4',
  jade: '#35665a',
  jadeWash: '#dfeae2',
  ochre: '#835618',
  ochreWash: '#f6e9cf',
  shadow: '0 1px 2px rgb(60 46 26 / 6%), 0 12px 32px -12px rgb(60 46 26 / 22%)',
}

export const dark: Palette = {
  paper: '#1d1d1c',
  raised: '#272725',
  sunken: '#171716',
  hover: '#2b2a28',
  selected: '#3a2c27',
  ink: '#e8e2d5',
  inkSoft: '#b9b1a2',
  inkFaint: '#9d9587',
  line: '#33322f',
  lineStrong: '#4d4a45',
  cinnabar: '#e8826c',
  seal: '#b4432f',
  onSeal: '#fff6ec',
  cinnabarWash: '#3a2620',
  highlight: '#665022',
  jade: '#8fc2ae',
  jadeWash: '#243530',
  ochre: '#dcb26a',
  ochreWash: '#3a3020',
  shadow: '0 1px 2px rgb(0 0 0 / 30%), 0 16px 40px -12px rgb(0 0 0 / 60%)',
}

/** Song for headings, Hei for text; the first family the system has. */
export const fonts = {
  song: '"Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", "STSong", "SimSun", serif',
  hei: '"PingFang SC", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", system-ui, sans-serif',
}

/** Writes the palette into the page's CSS variables. */
export function paint(palette: Palette, appearance: 'light' | 'dark'): void {
  const { style, dataset } = document.documentElement
  for (const [name, value] of Object.entries(palette)) {
    style.setProperty(`--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`, value)
  }
  style.setProperty('--font-song', fonts.song)
  style.setProperty('--font-hei', fonts.hei)
  style.setProperty('color-scheme', appearance)
  dataset.appearance = appearance
}
