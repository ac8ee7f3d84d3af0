import { describe, expect, it } from 'vitest'
import { dark, light, type Palette } from './palette'

/** Contrast of two colours after WCAG 2. */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x) as [number, number]
  return (a + 0.05) / (b + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each([['light', light], ['dark', dark]] as const)('%s', (_, palette) => {
  it.each<[keyof Palette, (keyof Palette)[]]>([
    ['ink', ['paper', 'raised', 'sunken', 'hover', 'selected', 'highlight', 'ochreWash', 'jadeWash', 'cinnabarWash']],
    ['inkSoft', ['paper', 'raised', 'sunken', 'hover', 'selected', 'ochreWash']],
    ['inkFaint', ['paper', 'raised', 'sunken', 'selected']],
    ['cinnabar', ['paper', 'raised', 'sunken', 'selected', 'cinnabarWash']],
    ['ochre', ['paper', 'raised', 'selected', 'ochreWash']],
    ['jade', ['paper', 'raised', 'jadeWash', 'ochreWash']],
    ['onSeal', ['seal']],
  ])('%s can be read on every ground it stands on', (text, grounds) => {
    for (const ground of grounds) expect([ground, contrast(palette[text], palette[ground])]).toEqual([ground, expect.toSatisfy((ratio: number) => ratio >= 4.5)])
  })
})
