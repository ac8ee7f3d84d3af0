/** Initials of bopomofo with those of pinyin. */
const INITIALS: Record<string, string> = {
  ㄅ: 'b', ㄆ: 'p', ㄇ: 'm', ㄈ: 'f', ㄉ: 'd', ㄊ: 't', ㄋ: 'n', ㄌ: 'l', ㄍ: 'g', ㄎ: 'k', ㄏ: 'h', ㄐ: 'j', ㄑ: 'q', ㄒ: 'x',
  ㄓ: 'zh', ㄔ: 'ch', ㄕ: 'sh', ㄖ: 'r', ㄗ: 'z', ㄘ: 'c', ㄙ: 's',
}
/** Finals as pinyin writes them behind an initial. */
const FINALS: Record<string, string> = {
  ㄚ: 'a', ㄛ: 'o', ㄜ: 'e', ㄝ: 'e', ㄞ: 'ai', ㄟ: 'ei', ㄠ: 'ao', ㄡ: 'ou', ㄢ: 'an', ㄣ: 'en', ㄤ: 'ang', ㄥ: 'eng', ㄦ: 'er',
  ㄧ: 'i', ㄧㄚ: 'ia', ㄧㄛ: 'io', ㄧㄝ: 'ie', ㄧㄠ: 'iao', ㄧㄡ: 'iu', ㄧㄢ: 'ian', ㄧㄣ: 'in', ㄧㄤ: 'iang', ㄧㄥ: 'ing',
  ㄨ: 'u', ㄨㄚ: 'ua', ㄨㄛ: 'uo', ㄨㄞ: 'uai', ㄨㄟ: 'ui', ㄨㄢ: 'uan', ㄨㄣ: 'un', ㄨㄤ: 'uang', ㄨㄥ: 'ong',
  ㄩ: 'v', ㄩㄝ: 've', ㄩㄢ: 'van', ㄩㄣ: 'vn', ㄩㄥ: 'iong',
}
/** Finals that pinyin writes otherwise where no initial stands before them. */
const ALONE: Record<string, string> = {
  ㄧ: 'yi', ㄧㄡ: 'you', ㄧㄣ: 'yin', ㄧㄥ: 'ying', ㄨ: 'wu', ㄨㄟ: 'wei', ㄨㄣ: 'wen', ㄨㄥ: 'weng',
  ㄩ: 'yu', ㄩㄝ: 'yue', ㄩㄢ: 'yuan', ㄩㄣ: 'yun', ㄩㄥ: 'yong',
}

/** The toneless pinyin (ü as v) of one syllable in bopomofo, its tone mark in front or behind; null where it is none. */
export function pinyinOfBopomofo(syllable: string): string | null {
  const letters = syllable.replace(/[ˉˊˇˋ˙]/gu, '')
  const initial = INITIALS[letters[0] ?? '']
  const rest = initial === undefined ? letters : letters.slice(1)
  if (initial === undefined) {
    const final = FINALS[rest]
    return ALONE[rest] ?? final?.replace(/^i/u, 'y').replace(/^u/u, 'w') ?? null
  }
  if (rest === '') return /^(?:[zcs]h?|r)$/u.test(initial) ? `${initial}i` : null
  const final = FINALS[rest]
  if (final === undefined) return null
  return initial + (/^[jqx]$/u.test(initial) ? final.replace(/^v/u, 'u') : final)
}
