import type { Client, Hit } from '#api'
import type { Language } from '#api/i18n'

const WORDS = {
  'zh-Hans': { placeholder: '搜索：词句、拼音、首字母皆可', found: (count: number) => `找到 ${count} 个案例` },
  'zh-Hant': { placeholder: '搜尋：詞句、拼音、首字母皆可', found: (count: number) => `找到 ${count} 個案例` },
  en: { placeholder: 'Search: words, phrases, pinyin', found: (count: number) => (count === 1 ? '1 case found' : `${count} cases found`) },
} satisfies Record<Language, unknown>

const PAUSE = 150
const PAGE = 200

/** A search over the page's text: the cases that do not match step aside, and what matched is marked. */
export function addTextSearch(page: HTMLElement, client: Client, language: Language): void {
  const words = WORDS[language]
  const box = document.createElement('div')
  box.className = 'search'
  const input = document.createElement('input')
  input.type = 'search'
  input.placeholder = words.placeholder
  input.setAttribute('aria-label', words.placeholder)
  const count = document.createElement('p')
  count.className = 'count'
  count.setAttribute('role', 'status')
  box.append(input, count)
  page.querySelector('header')?.after(box)

  const articles = [...page.querySelectorAll<HTMLElement>('article')]
  const entries = [...page.querySelectorAll<HTMLElement>('nav li')]
  let waiting: ReturnType<typeof setTimeout> | undefined
  let latest = 0
  const search = async () => {
    const turn = ++latest
    const query = input.value.trim()
    const hits = query === '' ? null : await allHits(client, query, () => turn === latest).catch(() => [])
    if (turn !== latest) return
    const ranges: Range[] = []
    const byId = new Map(hits?.map((hit) => [hit.id, hit]))
    for (const [index, article] of articles.entries()) {
      const hit = byId.get(article.dataset.id ?? '')
      article.hidden = hits !== null && hit === undefined
      if (entries[index] !== undefined) entries[index].hidden = article.hidden
      for (const text of new Set(hit?.matches.map((match) => match.text))) ranges.push(...placesOf(article, text))
    }
    CSS.highlights.set('search', new Highlight(...ranges))
    count.textContent = hits === null ? '' : words.found(hits.length)
  }
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void search(), PAUSE)
  })
}

/** Every hit, page by page; what was found so far once the answer is no longer wanted. */
async function allHits(client: Client, query: string, isWanted: () => boolean): Promise<Hit[]> {
  const all: Hit[] = []
  while (isWanted()) {
    const { hits, total } = await client.search.query({ query, offset: all.length, limit: PAGE })
    all.push(...hits)
    if (hits.length === 0 || all.length >= total) break
  }
  return all
}

function placesOf(article: HTMLElement, text: string): Range[] {
  const ranges: Range[] = []
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  while (text !== '' && walker.nextNode()) {
    const node = walker.currentNode as globalThis.Text
    for (let at = node.data.indexOf(text); at >= 0; at = node.data.indexOf(text, at + text.length)) {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + text.length)
      ranges.push(range)
    }
  }
  return ranges
}
