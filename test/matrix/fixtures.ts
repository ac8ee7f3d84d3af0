import type { CaseEdit } from '../../src/api'
import { memoryClient } from '../library/support'

/** Three cases of our own, the second in traditional characters. */
export const written: (CaseEdit & { title: string })[] = [
  {
    title: '滨江商会党委', region: { province: '江苏', city: '南京' }, modelName: '',
    sections: [
      { id: 's1', role: 'highlight', heading: '看点', text: '南京市先进基层党组织。' },
      { id: 's2', role: 'features', heading: '特色', text: '实行“同学习、同活动、同考核”的“三同步”机制，设立党建工作基金；在“两学一做”学习教育中组建党员志愿服务队，动员会员企业捐资助学。' },
    ],
  },
  {
    title: '山城商會支部', region: { province: '重庆', city: '' }, modelName: '山城模式',
    sections: [
      { id: 's1', role: 'highlight', heading: '看點', text: '連續三年被區委評為先進基層黨組織，經驗稱為“山城模式”。' },
      { id: 's2', role: 'features', heading: '特色', text: '「兩學一做」學習教育走進會員企業，黨員志願服務隊每月走訪；建立微信群推送黨建動態。' },
    ],
  },
  {
    title: '海湾商会', region: { province: '福建', city: '厦门' }, modelName: '',
    sections: [{ id: 's1', role: 'highlight', heading: '看点', text: '弘扬妈祖文化，返乡投资30亿元，建立微信群联络乡亲。' }],
  },
]

/** A library in memory that holds the three cases; their ids in order. */
export async function comparedLibrary() {
  const { client, ports } = await memoryClient()
  const ids: string[] = []
  for (const item of written) ids.push((await client.cases.create(item)).id)
  return { client, ports, ids }
}
