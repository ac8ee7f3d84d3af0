import { expect, it } from 'vitest'
import { isGeneric } from './generic-words'
import { propose } from './propose'

it('a name that says nothing of what is in a document is told from one that does, in either script', () => {
  for (const words of ['案例', '典型案例', '【案例】', '案例一', '附件2：', '案例.txt', '參考資料', '文檔', '第三章', '2019', 'Case 3', 'Untitled']) expect(isGeneric(words), words).toBe(true)
  for (const words of ['云南模式', '商会党建', '案例研究方法', '百年老店', '一村一品', '三个一百', '经验主义', '江西案例', '2019年工作']) expect(isGeneric(words), words).toBe(false)
})

it('a title is not proposed from such a line', () => {
  expect(propose('案例\n河谷茶社请老茶农讲制茶，每月一课。', '').title).toBe('河谷茶社请老茶农讲制茶')
  expect(propose('案例', '').title).toBe('案例')
})
