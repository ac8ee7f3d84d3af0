import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../src/api'
import { factsOf } from '../../src/core/coding'
import { caseOf } from './support'

/** A sentence and what is read out of it, kind by kind. */
const sentences: [text: string, facts: Partial<Record<FactKind, string[]>>][] = [
  // honours, with who gave them where the clause says so
  ['它是全國先進基層黨組織。', { honour: ['全國先進基層黨組織'] }],
  ['青岛市先进基层党组织、山东省先进社会组织。', { honour: ['青岛市先进基层党组织', '山东省先进社会组织'], place: ['青岛市', '山东省'] }],
  ['连续七年被街道党工委评为先进基层党组织。', { honour: ['连续七年被街道党工委评为先进基层党组织'], count: ['连续七年'] }],
  ['去年被市工商联授予优秀商会荣誉称号，', { honour: ['市工商联授予优秀商会荣誉称号'] }],
  ['被評為“促進非公經濟發展先進商會”。', { honour: ['“促進非公經濟發展先進商會”'] }],
  ['获民政局授予“2018—2023年‘AAAAA’社会组织”，', { honour: ['“2018—2023年‘AAAAA’社会组织”'], year: ['2018—2023年'] }],
  ['它是全省首家农民工商会党支部。', { honour: ['全省首家农民工商会党支部'] }],
  // not the case's own, or no honour at all
  ['党员积极争创先进基层党组织，发挥先锋模范作用。', { honour: [] }],
  ['表彰先进党组织，树立良好示范。', { honour: [] }],
  // named practices with what they stand for
  ['推行“五共”工作法，', { practice: ['五共'] }],
  ['实行“同学习、同活动、同考核”的“三同步”管理机制，', { practice: ['三同步'] }],
  ['把“三個一”（即讀一本書、走一戶人、辦一件事）作為標準動作，', { practice: ['三個一'] }],
  ['开展比服务、比贡献、比口碑的“三比”活动，', { practice: ['三比'] }],
  ['建成「心橋驛站」，組建“春風”志願服務隊。', { practice: ['心橋驛站', '春風'] }],
  ['在“两学一做”学习教育中，打造“红帆风景线”。', { practice: ['两学一做', '红帆风景线'] }],
  ['从“党建强会、服务兴会、文化活会”三方面着手，', { practice: ['党建强会、服务兴会、文化活会'] }],
  // figures of speech
  ['让“散落”各地的党员有了“家”的感受，形成“比翼齐飞”的良好态势。', { practice: [] }],
  ['它是企业发展的“助推器”，', { practice: [] }],
  ['围绕“融资难、用工难、转型难”等主要问题座谈，', { practice: [] }],
  ['设立“中共某商会支部委员会办公室”，', { practice: [] }],
  // figures
  ['累计捐款8000多万元，返乡投资达三十亿元，募集1.2亿元。', { amount: ['8000多万元', '三十亿元', '1.2亿元'] }],
  ['设12个联络处，帮助百余名贫困学子，连续8次获奖。', { count: ['12个联络处', '百余名贫困学子', '连续8次'] }],
  ['从三个方面入手，百家争鸣，一种好办法。', { count: [] }],
  ['2016年10月起，十五年前成立，2015—2018年间。', { year: ['2016年10月', '十五年前', '2015—2018年'] }],
  ['昆明、杭州与福建省泉州市的同行，', { place: ['昆明', '杭州', '福建省泉州市'] }],
]

describe('facts of a text', () => {
  it.each(sentences)('%s', (text, expected) => {
    const facts = factsOf(caseOf(text))
    for (const [kind, texts] of Object.entries(expected)) {
      expect(facts.filter((fact) => fact.kind === kind).map((fact) => fact.text), kind).toEqual(texts)
    }
    for (const fact of facts) expect(text.slice(fact.start, fact.end)).toBe(fact.text)
  })

  it.each([
    ['实行“同学习、同活动、同考核”的“三同步”管理机制，', '同学习、同活动、同考核'],
    ['把“三個一”（即讀一本書、走一戶人、辦一件事）作為標準動作，', '讀一本書、走一戶人、辦一件事'],
    ['在会员中开展比服务、比贡献、比口碑的“三比”活动，', '比服务、比贡献、比口碑'],
  ])('what a coined name stands for: %s', (text, expansion) => {
    expect(factsOf(caseOf(text)).find(({ kind }) => kind === 'practice')?.expansion).toBe(expansion)
  })

  it('are the same in either script, by their key', () => {
    const keys = (text: string) => factsOf(caseOf(text)).map(({ kind, key }) => `${kind} ${key}`)
    expect(keys('被評為先進基層黨組織，實行「五同等」機制')).toEqual(keys('被评为先进基层党组织，实行“五同等”机制'))
  })

  it('the model name is a named practice, also where the text does not quote it', () => {
    expect(factsOf(caseOf('没有引号', { modelName: '春城模式' })).map(({ key }) => key)).toEqual(['春城模式'])
  })

  it('stand once each, however often the text repeats them', () => {
    expect(factsOf(caseOf(['开展“五共”活动', '继续“五共”活动'])).filter(({ kind }) => kind === 'practice')).toHaveLength(1)
  })
})
