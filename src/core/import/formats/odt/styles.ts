import type { ListLevel } from '../../markup/lists'
import { childOf, elementsIn, type Element } from '../../markup/tree'

const LONGEST_CHAIN = 20
const LIST_LEVELS = 10

export interface OdtStyles {
  isTitle(style: string | undefined): boolean
  isHidden(style: string | undefined): boolean
  levels(list: string | undefined): ListLevel[]
  /** The list that a style puts its paragraphs into. */
  listOf(style: string | undefined): string | undefined
}

/** The styles of a document's parts; those it made by itself stand on those that are named. */
export function stylesOf(parts: readonly (Element | undefined)[]): OdtStyles {
  const styles = new Map<string, Element>()
  const lists = new Map<string, ListLevel[]>()
  for (const part of parts) {
    for (const group of [childOf(part, 'automatic-styles'), childOf(part, 'styles')]) {
      for (const element of group === undefined ? [] : elementsIn(group)) {
        const name = element.attributes.name ?? ''
        if (element.name === 'style' && !styles.has(name)) styles.set(name, element)
        if (element.name === 'list-style' && !lists.has(name)) lists.set(name, levelsOf(element))
      }
    }
  }
  const chain = (name: string | undefined): Element[] => {
    const found: Element[] = []
    for (let style = styles.get(name ?? ''); style !== undefined && found.length < LONGEST_CHAIN; style = styles.get(style.attributes['parent-style-name'] ?? '')) found.push(style)
    return found
  }
  return {
    isTitle: (style) => style === 'Title' || chain(style).some(({ attributes }) => attributes.name === 'Title' || attributes['display-name'] === 'Title'),
    isHidden: (style) => chain(style).some((element) => childOf(element, 'text-properties')?.attributes.display === 'none'),
    levels: (list) => lists.get(list ?? '') ?? [],
    listOf: (style) => chain(style).map(({ attributes }) => attributes['list-style-name']).find((name) => name !== undefined),
  }
}

function levelsOf(list: Element): ListLevel[] {
  const levels: ListLevel[] = []
  for (const { name, attributes } of elementsIn(list)) {
    const at = Number(attributes.level) - 1
    if (!(at >= 0 && at < LIST_LEVELS)) continue
    const format = name === 'list-level-style-number' ? attributes['num-format'] ?? '' : 'bullet'
    const shown = Math.min(at, (Number(attributes['display-levels']) || 1) - 1)
    const numbers = Array.from({ length: shown + 1 }, (_, index) => `%${at - shown + index + 1}`).join('.')
    levels[at] = {
      format: format === '' ? 'none' : format,
      pattern: format === '' ? '' : attributes['num-list-format'] ?? `${attributes['num-prefix'] ?? ''}${numbers}${attributes['num-suffix'] ?? ''}`,
      start: Number(attributes['start-value'] ?? 1) || 0,
    }
    // Newer files write the pattern as `%1%.`.
    levels[at].pattern = levels[at].pattern.replace(/%(\d{1,2})%/gu, '%$1')
  }
  return levels
}
