import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import type { Paragraph, Run } from './model'

const markdown = new MarkdownIt({ html: false, linkify: false }).use(cjkFriendly)
type Token = ReturnType<typeof markdown.parse>[number]

/** Markdown as plain paragraphs with emphasis, which is all a slide shows of it. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let style: Paragraph['style'] = 'text'
  for (const token of markdown.parse(printable(text), {})) {
    if (token.type === 'heading_open') style = 'heading'
    else if (token.type === 'list_item_open') style = 'item'
    else if (token.type === 'heading_close' || token.type === 'list_item_close') style = 'text'
    else if (token.type === 'inline') {
      for (const runs of linesOf(token.children ?? [], style === 'heading')) paragraphs.push({ style, runs })
    } else if (token.type === 'fence' || token.type === 'code_block') {
      for (const line of token.content.trimEnd().split('\n')) paragraphs.push({ style: 'text', runs: [{ text: line, strong: false }] })
    }
  }
  return paragraphs.filter(({ runs }) => runs.some((run) => run.text.trim() !== ''))
}

/** The text without what XML cannot hold: control characters, lone surrogates, non-characters. */
export function printable(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(/(?![\n\t])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu, '')
}

/** On one line, for titles, cells and labels. */
export function singleLine(text: string): string {
  return printable(text).replace(/\s+/gu, ' ').trim()
}

/** Markdown on one line, without its marks. */
export function plainLine(text: string): string {
  return singleLine(paragraphsOf(text).map(({ runs }) => runs.map((run) => run.text).join('')).join(' '))
}

function linesOf(tokens: Token[], strongAtFirst: boolean): Run[][] {
  const lines: Run[][] = [[]]
  let strong = strongAtFirst ? 1 : 0
  for (const token of tokens) {
    if (token.type === 'strong_open') strong++
    else if (token.type === 'strong_close') strong--
    else if (token.type === 'softbreak' || token.type === 'hardbreak') lines.push([])
    else if (token.content !== '') lines.at(-1)!.push({ text: token.content, strong: strong > 0 })
  }
  return lines
}
