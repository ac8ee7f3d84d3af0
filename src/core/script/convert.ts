import type { ConvertedScript } from '#api'

/** Converts a text; every UTF-16 code unit stays one, so that offsets into the text hold in what is shown. */
export type ScriptConverter = (text: string) => string

const loading = new Map<ConvertedScript, Promise<ScriptConverter>>()
const STRETCH = /\p{Script=Han}+|[^\p{Script=Han}]+/gu
const HAN = /^\p{Script=Han}/u

/**
 * The converter to one script, by OpenCC's dictionaries of characters and phrases (traditional as Taiwan writes it, its
 * vocabulary left alone). A text that is in the wanted script already, by the characters that only one script has, stays as
 * it is: 皇后 and 里程 in it are not guessed at again. Loaded when it is first asked for.
 */
export function scriptConverter(script: ConvertedScript): Promise<ScriptConverter> {
  const known = loading.get(script)
  if (known !== undefined) return known
  const converter = load(script)
  loading.set(script, converter)
  converter.catch(() => loading.delete(script))
  return converter
}

async function load(script: ConvertedScript): Promise<ScriptConverter> {
  const [{ Converter: toTraditional }, { Converter: toSimplified }] = await Promise.all([import('opencc-js/cn2t'), import('opencc-js/t2cn')])
  const traditional = toTraditional({ from: 'cn', to: 'tw' })
  const simplified = toSimplified({ from: 'tw', to: 'cn' })
  const [convert, back] = script === 'traditional' ? [traditional, simplified] : [simplified, traditional]
  return (text) => {
    const converted = convert(text)
    if (converted === text || isAlready(text, converted, back)) return text
    return converted.length === text.length ? converted : byStretches(text, convert)
  }
}

/** More of its characters change on the way to the other script than on the way to this one. */
function isAlready(text: string, converted: string, back: ScriptConverter): boolean {
  return changed(text, back(text)) > changed(text, converted)
}

function changed(before: string, after: string): number {
  let count = 0
  for (let index = 0; index < Math.min(before.length, after.length); index++) if (before[index] !== after[index]) count++
  return count
}

/** A phrase that would change its length is converted character by character. */
function byStretches(text: string, convert: ScriptConverter): string {
  return text.replace(STRETCH, (stretch) => {
    if (!HAN.test(stretch)) return stretch
    const whole = convert(stretch)
    if (whole.length === stretch.length) return whole
    return Array.from(stretch, (character) => {
      const one = convert(character)
      return one.length === character.length ? one : character
    }).join('')
  })
}
