import type { Case, TagCount } from '#api'
import { comparePinyin } from '../../text'
import { write } from '../case'
import type { Write } from '../model'

/** A tag without blank levels (`荣誉//`) or line breaks; empty where nothing is left. */
export function tidyTag(tag: string): string {
  return tag.split('/').map((level) => level.replace(/\s+/gu, ' ').trim()).filter((level) => level !== '').join('/')
}

/** Every tag in use, by pinyin. A case tagged `荣誉/国家级` counts for `荣誉` as well. */
export function tagCounts(cases: Iterable<Case>): TagCount[] {
  const counts = new Map<string, number>()
  for (const { tags } of cases) {
    for (const tag of new Set(tags.flatMap(withAncestors))) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => comparePinyin(a.tag, b.tag))
}

/** Renames a tag, and the tags below it, in every case. */
export function renameTagWrites(cases: Iterable<Case>, from: string, to: string): Write[] {
  const writes: Write[] = []
  for (const { id, tags } of cases) {
    for (const tag of tags) {
      if (tag !== from && !tag.startsWith(`${from}/`)) continue
      const renamed = to + tag.slice(from.length)
      if (renamed === tag) continue
      writes.push(write(id, `tags/${tag}`, false), write(id, `tags/${renamed}`, true))
    }
  }
  return writes
}

function withAncestors(tag: string): string[] {
  const parts = tag.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
