import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../hosts/built'

/** A messy document and what the main job must make of it. */
export interface MessyDocument {
  file: string
  cases: number
  pinyinSpots: number
  damaged: { title: string; repaired: string }
  /** Ways to ask for one case, with its title and the characters that must be marked. */
  search: { queries: string[]; title: string; marked: string[] }
  compared: string[]
  /** A term that the comparison marks: shared, or one case's own. */
  term: string
}

/** From the wild; it is no part of the project, so it may be missing. */
const chambers: MessyDocument = {
  file: join(projectRoot, '../shared/samples/chambers-raw.txt'),
  cases: 8,
  pinyinSpots: 81,
  damaged: { title: '廣州青商會', repaired: '日常活動的據點' },
  search: { queries: ['云南模式', '雲南模式', '云南'], title: '云南模式', marked: ['云南模式', '云南'] },
  compared: ['長沙泉州商會', '鄭州商會', '云南模式'],
  term: '先進基層黨組織',
}

/** The project's own, with the same kinds of damage. */
const cooperatives: MessyDocument = {
  file: join(projectRoot, 'test/fixtures/import/cooperatives.txt'),
  cases: 3,
  pinyinSpots: 13,
  damaged: { title: '暖灶模式', repaired: '平常服務隊員' },
  search: { queries: ['暖灶模式', '社区食堂', '社區食堂'], title: '暖灶模式', marked: ['暖灶模式', '社區食堂'] },
  compared: ['暖灶模式', '廈門市鼓浪琴行業協會'],
  term: '三步定音',
}

const isHere = existsSync(chambers.file)
if (!isHere) console.warn('../shared/samples/chambers-raw.txt is not here: the project\'s own document takes its place')

export const messyDocument = isHere ? chambers : cooperatives
