import { strToU8, zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openArchive } from './archive'

const zip = (members: Zippable) => zipSync(members) as Uint8Array<ArrayBuffer>
const codeOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'none'
}

describe('an archive', () => {
  it('gives its members one by one, folders aside', () => {
    const archive = openArchive(zip({ 'a/': new Uint8Array(), 'a/一.txt': strToU8('茶'), 'b.txt': [strToU8('山'), { level: 0 }] }), 'a.zip')
    expect(archive.members).toEqual([{ name: 'a/一.txt', bytes: 3 }, { name: 'b.txt', bytes: 3 }])
    expect(new TextDecoder().decode(archive.read('a/一.txt')!)).toBe('茶')
    expect(new TextDecoder().decode(archive.read('b.txt')!)).toBe('山')
    expect(archive.read('c.txt')).toBeNull()
  })

  it('reads names in GBK where the flag for UTF-8 is off', () => {
    // fflate sets the flag for names that are not ASCII; the bytes are put in afterwards.
    const bytes = zip({ 'ABCD.txt': strToU8('茶') })
    const gbk = [0xb2, 0xe8, 0xc9, 0xbd]
    for (let at = 0; at < bytes.length - 4; at++) {
      if (String.fromCharCode(...bytes.subarray(at, at + 4)) === 'ABCD') bytes.set(gbk, at)
    }
    expect(openArchive(bytes, 'a.zip').members[0]!.name).toBe('茶山.txt')
  })

  it.each(['../a.txt', '/a.txt', 'C:/a.txt', 'C:a.txt', 'a\\..\\b.txt', '\\\\host\\a.txt', 'con.txt', 'a/nul', 'a/COM1:.txt', 'a./b', 'a//b', '.', 'b/../../a.txt', 'a\u0000b'])('refuses the name %j', (name) => {
    expect(codeOf(() => openArchive(zip({ [name]: strToU8('a') }), 'a.zip'))).toBe('FILE_UNSAFE')
  })

  it.each(['为什么要成立?.txt', '第一组:做法.txt', '“一”*<重点>|"二".txt'])('has the member %j, whose name only some systems would not write', (name) => {
    const archive = openArchive(zip({ [name]: strToU8('茶'), 'b.txt': strToU8('山') }), 'a.zip')
    expect(archive.members.map((member) => member.name)).toEqual([name, 'b.txt'])
    expect(new TextDecoder().decode(archive.read(name)!)).toBe('茶')
  })

  it('refuses links, and names that differ in capitals alone', () => {
    const link = { os: 3, attrs: (0o120777 << 16) >>> 0 }
    expect(codeOf(() => openArchive(zip({ 'a.txt': [strToU8('/etc/passwd'), link] }), 'a.zip'))).toBe('FILE_UNSAFE')
    expect(codeOf(() => openArchive(zip({ 'a.txt': [strToU8('茶'), { os: 3, attrs: (0o100644 << 16) >>> 0 }] }), 'a.zip'))).toBe('none')
    expect(codeOf(() => openArchive(zip({ 'a/B.txt': strToU8('一'), 'A/b.txt': strToU8('二') }), 'a.zip'))).toBe('FILE_UNSAFE')
  })

  it('refuses more than 10,000 members', () => {
    const members = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}`, new Uint8Array()]))
    expect(codeOf(() => openArchive(zip(members), 'a.zip'))).toBe('FILE_UNSAFE')
  })

  it('refuses to unpack what is packed too tightly, and never past the size declared', () => {
    const bomb = openArchive(zip({ 'a.xml': new Uint8Array(4 * 1024 ** 2) }), 'a.zip')
    expect(codeOf(() => bomb.read('a.xml'))).toBe('FILE_UNSAFE')
    const bytes = zip({ 'a.xml': strToU8('茶'.repeat(40)) })
    const directory = bytes.findIndex((_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2)
    new DataView(bytes.buffer).setUint32(directory + 24, 9, true)
    let length = 0
    expect(['none', 'FILE_DAMAGED']).toContain(codeOf(() => (length = openArchive(bytes, 'a.zip').read('a.xml')!.length)))
    expect(length).toBeLessThanOrEqual(9)
  })

  it('says that a member is encrypted', () => {
    const bytes = zip({ 'a.txt': strToU8('茶') })
    const directory = bytes.findIndex((_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2)
    bytes[directory + 8]! |= 1
    expect(codeOf(() => openArchive(bytes, 'a.zip').read('a.txt'))).toBe('FILE_ENCRYPTED')
  })

  it('says of any cut archive that it is damaged', () => {
    const whole = zip({ 'a.txt': strToU8('茶'.repeat(400)), 'b.txt': strToU8('山') })
    for (let length = 0; length < whole.length; length++) {
      expect(codeOf(() => openArchive(whole.slice(0, length), 'a.zip'))).toBe('FILE_DAMAGED')
    }
  })
})
