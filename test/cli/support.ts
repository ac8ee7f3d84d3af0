import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../../src/cli/run'

/** Two cases in the manner of scanned clippings: pinyin beside its character, one real pair of brackets. */
export const CLIPPINGS = [
  '看點:临江(市)茶叶协会把课堂搬进茶园(yuán),被评为“五星党支部”。',
  '特色:协会在茶园设“田间党校”,推行“一户一档”,2019年以来培训会员1200人次,捐款35万元。',
  '看點:青石镇石雕商会以“匠心模式”闻名,多地商会前来学习(xí)。',
  '特色:商会建起“师徒结对”制度,老党员带新会员,并在工坊里设立“党员示范岗”。',
].join('\n')

export interface Ran {
  status: number
  out: string
  err: string
  /** What was printed, as the one JSON document it has to be. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is in it is what the tests find out
  json: any
}

/** A command line with a library and a home of its own. */
export function commandLine() {
  const folder = mkdtempSync(path.join(tmpdir(), 'jingjian-cli-'))
  process.env.XDG_CONFIG_HOME = path.join(folder, 'config')
  process.env.APPDATA = path.join(folder, 'config')
  const directory = path.join(folder, 'library')

  async function command(args: string[], environment: NodeJS.ProcessEnv = {}, signal = new AbortController().signal): Promise<Ran> {
    const out: string[] = []
    const err: string[] = []
    const status = await run(args, {
      environment: { JINGJIAN_LIBRARY: directory, ...environment }, signal,
      stdout: { write: (text, done) => { out.push(text); done() } },
      stderr: { write: (text) => void err.push(text) },
    })
    return {
      status, out: out.join(''), err: err.join(''),
      get json() {
        return JSON.parse(out.join(''))
      },
    }
  }

  return { folder, directory, command, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
