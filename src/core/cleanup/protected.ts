import type { Spot } from './spot'

export interface Stretch {
  start: number
  end: number
}

const ADDRESS = /(?:https?|ftp|file|mailto):[^\s\p{Script=Han}，。；！？、）】》”’]+|www\.[\w.-]+[^\s\p{Script=Han}，。；！？、）】》”’]*|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu
/** Code, targets of links, tags, the head of the file. */
const MARKDOWN = /^(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\k<fence>[^\n]*$|$(?![\s\S]))|`[^`\n]{1,400}`|\]\([^()\s]{1,2000}(?:\s"[^"\n]{0,200}")?\)|<[a-z/!][^<>\n]{0,400}>|^\[[^\]\n]{1,200}\]:[^\n]*$/gmu
const FRONT_MATTER = /^\s*---[^\S\n]*\r?\n[\s\S]*?\r?\n---[^\S\n]*(?:\r?\n|$)/u

/** Where characters are not words: addresses, and in Markdown code, links' targets and the head of the file; in order. */
export function findProtected(text: string, isMarkdown: boolean): Stretch[] {
  const found = [...text.matchAll(ADDRESS)].map(stretchOf)
  if (isMarkdown) {
    const front = FRONT_MATTER.exec(text)
    found.push(...(front === null ? [] : [stretchOf(front)]), ...[...text.matchAll(MARKDOWN)].map(stretchOf))
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The spots, in order, that touch none of the stretches. */
export function outside(spots: readonly Spot[], stretches: readonly Stretch[]): Spot[] {
  let at = 0
  let reach = 0
  return spots.filter(({ start, end }) => {
    // A stretch may lie within another one, so the furthest end so far counts.
    while (at < stretches.length && stretches[at]!.start < end) reach = Math.max(reach, stretches[at++]!.end)
    return start >= reach
  })
}

function stretchOf(match: RegExpExecArray): Stretch {
  return { start: match.index, end: match.index + match[0].length }
}
