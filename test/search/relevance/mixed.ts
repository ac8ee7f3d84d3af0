import { large, sample, type Expectation } from './expectation'

/** Characters and letters in one word. */
export const mixed: Expectation[] = [
  sample('云南ms', { all: ['yunnan'], kind: 'pinyin' }),
  sample('云nan', { all: ['yunnan'], kind: 'pinyin' }),
  sample('雲nan', { all: ['yunnan'], kind: 'pinyin' }),
  sample('yunnan模式', { all: ['yunnan'], kind: 'pinyin' }),
  sample('yn模式', { all: ['yunnan'], kind: 'pinyin' }),
  sample('云南moshi', { all: ['yunnan'], kind: 'pinyin' }),
  sample('云nan模shi', { all: ['yunnan'], kind: 'pinyin' }),
  sample('长sha泉州', { all: ['quanzhou'], kind: 'pinyin' }),
  sample('眼镜sh', { first: ['glasses'], kind: 'pinyin' }),
  sample('妈祖wenhua', { all: ['xiamen'], kind: 'pinyin' }),
  sample('心灵chazuo', { all: ['guangzhou'], kind: 'pinyin' }),
  sample('dang群联系ka', { all: ['glasses'], kind: 'pinyin' }),
  sample('qq群 weixin', { all: ['glasses'], kind: 'pinyin' }),
  large('重庆shancheng', { all: ['hotpot'], kind: 'pinyin' }),
  large('chongqing山城', { all: ['hotpot'], kind: 'pinyin' }),
  large('橘子zhou', { all: ['rider'], kind: 'pinyin' }),
  large('bo州药都', { all: ['herbs'], kind: 'pinyin' }),
  large('zeng氏祠堂', { all: ['clan'], kind: 'pinyin' }),
  large('银龄hz', { first: ['silver'], kind: 'pinyin' }),
  large('竹bian', {
    first: [['bamboo-title', 'bamboo-model', 'bamboo-folded'], 'bamboo-organisation', 'bamboo-tag'], never: ['bamboo-sound'], kind: 'pinyin',
  }),
  large('社区shitang', { first: ['canteen'], kind: 'pinyin' }),
  large('臺灣qingnian', { all: ['taiwan'], kind: 'pinyin' }),
  large('红管家 shangxianji', { first: ['app'], kind: 'pinyin' }),
]
