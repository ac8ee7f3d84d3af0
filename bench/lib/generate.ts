import { newCaseWrites, type StoredRecord, type Write } from '#core/library/index'
import { randomFrom } from './random'

/**
 * A library of made-up cases, the same for the same size: about 830 characters a case, from our own words, the frequent
 * ones far more often than the rare (Zipf).
 */
export const words = ('商会党委 党支部 会员企业 组织生活 主题党日 志愿服务 流动党员 党员活动 红色教育 行业协会 帮扶 捐资助学 乡村振兴 '
  + '阵地建设 经费保障 先进基层党组织 联席会议 示范岗 结对共建 政策宣讲 融资对接 法律援助 文化品牌 学习园地 移动课堂 轮值 '
  + '服务窗口 青年企业家 老党员 谈心谈话 积分管理 一企一策 民主评议 廉洁诚信 抱团发展 招商引资 返乡创业 会员之家').split(' ')
const joins = ['，', '，', '、', '；', '。', '，推动', '，组织', '，开展', '，建立', '，在']

function textOf(random: () => number, length: number): string {
  let text = ''
  while (text.length < length) {
    text += words[Math.floor(words.length * random() ** 2.2)]! + joins[Math.floor(joins.length * random())]!
  }
  return text
}

export function makeRecords(count: number): StoredRecord[] {
  const random = randomFrom(20_261_124)
  return Array.from({ length: count }, (_, index) => {
    const id = `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`
    return recordOf(newCaseWrites(id, '2026-01-01T00:00:00.000Z', {
      title: `${words[index % words.length]!}案例${index}`,
      region: { province: '云南', city: '昆明' },
      sections: [
        { id: 's1', role: 'highlight', heading: '', text: textOf(random, 80) },
        { id: 's2', role: 'features', heading: '', text: textOf(random, 750) },
      ],
      tags: [words[index % 7]!, words[7 + (index % 5)]!],
    }))
  })
}

let counter = 0
/** The case as the library stores it, every field written by one device. */
export function recordOf(writes: Write[]): StoredRecord {
  const fields: StoredRecord['fields'] = {}
  for (const { field, value } of writes) {
    fields[field] = [{ value, device: 'generated', time: `mdk000000${(counter++ % 46_656).toString(36).padStart(4, '0')}` }]
  }
  return { id: writes[0]!.record, kind: 'case', fields }
}
