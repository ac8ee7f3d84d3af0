import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const build = resolve(import.meta.dirname, '../../build')
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Width and height that a PNG's first block declares. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8)).toEqual(signature)
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

describe('icons', () => {
  test.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])('PNG of %i pixels', (size) => {
    expect(sizeOf(readFileSync(`${build}/icons/${size}x${size}.png`))).toEqual([size, size])
  })

  test('Windows: each entry points at a picture of the size it declares', () => {
    const ico = readFileSync(`${build}/icon.ico`)
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico.subarray(6 + 16 * index, 22 + 16 * index))
    const sizes = entries.map((entry) => {
      const start = entry.readUInt32LE(12)
      expect(sizeOf(ico.subarray(start, start + entry.readUInt32LE(8)))).toEqual([entry[0] || 256, entry[1] || 256])
      return entry[0] || 256
    })
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256])
  })

  test('macOS: the blocks fill the file, each a picture of the size that its type means', () => {
    const icns = readFileSync(`${build}/icon.icns`)
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const sides: Record<string, number> = { icp4: 16, icp5: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64, ic13: 256, ic14: 512 }
    const types: string[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const type = icns.toString('latin1', at, at + 4)
      types.push(type)
      expect(sizeOf(icns.subarray(at + 8))).toEqual([sides[type], sides[type]])
    }
    expect(types.sort()).toEqual(Object.keys(sides).sort())
  })

  test.each(['icon.svg', 'icon-small.svg'])('%s needs no font', (file) => {
    expect(readFileSync(`${build}/${file}`, 'utf8')).not.toMatch(/<text|font-family/)
  })
})
