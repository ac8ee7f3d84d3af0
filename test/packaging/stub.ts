import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where Electron's executable keeps its fuses: this text, a version, a count, then one letter for each fuse. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fusesOfElectron45 = '101100010'

/** A folder shaped like an unpacked Electron for Linux, so that packaging can be tested without the download. */
export function writeElectronStub(folder: string, version: string): void {
  for (const inside of ['resources', 'locales']) mkdirSync(join(folder, inside), { recursive: true })
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fusesOfElectron45.length]), Buffer.from(fusesOfElectron45)])
  const executable = join(folder, 'electron')
  writeFileSync(executable, Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), wire]))
  chmodSync(executable, 0o755)
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), '')
  for (const locale of ['zh-CN', 'zh-TW', 'en-US', 'de', 'fr']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '')
}
