import type { SearchDocument } from '../../src/core/search'

/** Cases of our own, mixed in script, about chambers of commerce. */
export const library: SearchDocument[] = [
  document('yunnan', '昆明某商會的非公黨建', {
    modelName: '雲南模式', region: '云南 昆明', tags: ['非公黨建', '黨建/品牌'],
    text: '許多省市的同行到昆明取經，稱之為“雲南模式”。\n支部在「兩學一做」裡引導企業經營者擔起社會責任。',
  }),
  document('henan', '郑州商会', {
    region: '河南 郑州', tags: ['社会组织'], period: '2015–2018',
    text: '河南省先进社会组织。开展“红色之旅”，重温入党誓词，义务植树。',
  }),
  document('changsha', '长沙市眼镜行业商会', {
    region: '湖南 长沙', tags: ['志愿服务'], hasSource: true,
    text: '2016年10月的调研会充分肯定了商会党建。设立党员示范岗，制作党群联系卡，建立微信群和QQ群。',
  }),
  document('jiangxi', '乡镇商会党委', {
    modelName: '四部一办四会', region: '江西 宜春', tags: ['党建'], themes: ['组织建设'],
    text: '江西省首个乡镇级商会党委，全国先进基层党组织。三年多来捐款捐物累计达7000多万元。',
  }),
]

export function document(
  id: string, title: string,
  { text = '', modelName = '', region = '', tags = [] as string[], themes = [] as string[], period = '', hasSource = false } = {},
): SearchDocument {
  const fields = [
    { field: 'title', text: title },
    { field: 'modelName', text: modelName },
    { field: 'region', text: region },
    { field: 'sections/s1', text },
    ...tags.map((tag) => ({ field: `tags/${tag}`, text: tag })),
  ]
  return { id, title, fields: fields.filter((field) => field.text !== ''), tags, themes, region, period, hasSource }
}
