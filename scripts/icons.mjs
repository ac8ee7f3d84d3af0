/**
 * Renders build/icon.svg (and icon-small.svg for the smallest sizes) to what the packages of each system need.
 * Needs rsvg-convert (librsvg2-bin); run after the drawing changed: `node scripts/icons.mjs`.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './lib/project.mjs'

const build = path.join(root, 'build')
const smallUpTo = 32

function render(size) {
  const drawing = path.join(build, size <= smallUpTo ? 'icon-small.svg' : 'icon.svg')
  return execFileSync('rsvg-convert', ['--width', String(size), '--height', String(size), drawing], { maxBuffer: 64 << 20 })
}

const pictures = new Map([16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => [size, render(size)]))

/** Windows icon: a directory of PNG pictures; a side of 256 is written as 0. */
function ico(sizes) {
  const header = Buffer.alloc(6 + 16 * sizes.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(sizes.length, 4)
  let offset = header.length
  sizes.forEach((size, index) => {
    const at = 6 + 16 * index
    const bytes = pictures.get(size).length
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(bytes, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += bytes
  })
  return Buffer.concat([header, ...sizes.map((size) => pictures.get(size))])
}

/** macOS icon: blocks of type, length and PNG; the second half are the same sizes for doubled screens. */
function icns() {
  const types = [
    ['icp4', 16],
    ['icp5', 32],
    ['ic07', 128],
    ['ic08', 256],
    ['ic09', 512],
    ['ic11', 32],
    ['ic12', 64],
    ['ic13', 256],
    ['ic14', 512],
    ['ic10', 1024],
  ]
  const blocks = types.map(([type, size]) => block(type, pictures.get(size)))
  return block('icns', Buffer.concat(blocks))
}

function block(type, content) {
  const header = Buffer.from(`${type}\0\0\0\0`, 'latin1')
  header.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([header, content])
}

mkdirSync(path.join(build, 'icons'), { recursive: true })
for (const [size, png] of pictures) writeFileSync(path.join(build, `icons/${size}x${size}.png`), png)
writeFileSync(path.join(build, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]))
writeFileSync(path.join(build, 'icon.icns'), icns())
