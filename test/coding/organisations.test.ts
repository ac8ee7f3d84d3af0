import { expect, it } from 'vitest'
import { factsOf } from '../../src/core/coding'
import { caseOf } from './support'

const organisations = (text: string) => factsOf(caseOf(text)).filter(({ kind }) => kind === 'organisation').map((fact) => fact.text)

it('organisations are named bodies, with their place and without their branch', () => {
  expect(organisations('莆田市眼镜商会党支部与清源光电集团、省民政厅和县委组织部共建。')).toEqual(['莆田市眼镜商会', '清源光电集团', '省民政厅', '县委组织部'])
  expect(organisations('貴陽市溫州商會、中共雲南省委')).toEqual(['貴陽市溫州商會', '雲南省委'])
  expect(organisations('成都湘籍企业家联合会')).toEqual(['成都湘籍企业家联合会'])
})

it('what only describes one names none', () => {
  expect(organisations('各级商会要努力打造文明社区，走进医院，会员企业与母公司、异地商会不断促进商会发展。建起“积分银行”。')).toEqual([])
})
