import { large, sample, type Expectation } from './expectation'

/** Every word is wanted, in any order; words that stand together come first. */
export const multiWord: Expectation[] = [
  sample('商会 江西', { first: ['jiangxi'], all: ['jiangxi'], kind: 'exact' }),
  sample('江西 商会', { all: ['jiangxi'], kind: 'exact' }),
  sample('微信群 示范岗', { all: ['glasses'], kind: 'exact' }),
  sample('示范岗　微信群', { all: ['glasses'], kind: 'exact' }),
  sample('长沙 志愿服务', { all: ['glasses'], kind: 'exact' }),
  sample('异地商会 党员教育', { all: ['quanzhou'], kind: 'exact' }),
  sample('统战 昆明', { all: ['yunnan'], kind: 'exact' }),
  sample('雲南 人心', { all: ['yunnan'], kind: 'folded' }),
  sample('yunnan 人心', { all: ['yunnan'], kind: 'pinyin' }),
  sample('ynms 两学一做', { all: ['yunnan'], kind: 'pinyin' }),
  sample('云南 心灵茶座', { all: [] }),
  sample('陶瓷 石材 茶叶 食品', { all: ['quanzhou'], kind: 'exact' }),
  sample('食品 茶叶 石材 陶瓷 长沙', { all: ['quanzhou'], kind: 'exact' }),
  large('茶席 剪纸', { first: ['near', 'far'], all: ['near', 'far'], kind: 'exact' }),
  large('剪纸 茶席', { first: ['near', 'far'], all: ['near', 'far'], kind: 'exact' }),
  large('社区 食堂', { first: ['canteen', 'kitchen'], kind: 'exact' }),
  large('火锅 重庆', { all: ['hotpot'], kind: 'exact' }),
  large('竹编 灯罩', { all: ['bamboo-often'], kind: 'exact' }),
  large('竹编 赶集', { all: ['bamboo-once'], kind: 'exact' }),
  large('QQ群 App', { all: ['app'], kind: 'exact' }),
  large('大篷车 出版社', { all: ['books'], kind: 'exact' }),
  large('祠堂 家训 少年', { all: ['clan'], kind: 'exact' }),
  large('火锅 竹编', { all: [] }),
  large('茶席 剪纸 火锅', { all: [] }),
]
