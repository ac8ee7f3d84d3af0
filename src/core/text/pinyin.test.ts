import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePinyin, readingsOf, syllablesOf } from '.'

const read = (text: string) => syllablesOf(text).join(' ')

describe('reading', () => {
  it.each([
    ['重庆', 'chong qing'], ['长沙', 'chang sha'], ['厦门', 'xia men'], ['六安', 'lu an'], ['乐清', 'yue qing'], ['番禺', 'pan yu'], ['东莞', 'dong guan'],
    ['蚌埠', 'beng bu'], ['亳州', 'bo zhou'], ['成都', 'cheng du'], ['西藏', 'xi zang'], ['朝阳区', 'chao yang qu'], ['洪洞', 'hong tong'], ['黄陂', 'huang pi'],
    ['会稽', 'kuai ji'], ['什邡', 'shi fang'], ['百色', 'bai se'], ['曾都区', 'zeng du qu'], ['长子县', 'zhang zi xian'], ['大城县', 'dai cheng xian'], ['喀什', 'ka shi'],
    ['昌都', 'chang du'], ['宁都', 'ning du'], ['吐鲁番', 'tu lu fan'], ['乐山', 'le shan'], ['乐亭', 'lao ting'], ['行唐', 'xing tang'], ['尉犁', 'yu li'],
  ])('reads the place %s', (place, reading) => {
    expect(read(place)).toBe(reading)
  })

  it.each([
    ['银行', 'yin hang'], ['行业', 'hang ye'], ['商行', 'shang hang'], ['举行会员大会', 'ju xing hui yuan da hui'], ['发行业务', 'fa xing ye wu'], ['携手同行', 'xie shou tong xing'],
    ['会长', 'hui zhang'], ['秘书长', 'mi shu zhang'], ['副会长单位', 'fu hui zhang dan wei'], ['长期', 'chang qi'], ['成长', 'cheng zhang'], ['湖南商会长沙分会', 'hu nan shang hui chang sha fen hui'],
    ['重要', 'zhong yao'], ['重新', 'chong xin'], ['注重建设', 'zhu zhong jian she'], ['重塑', 'chong su'], ['大厦', 'da sha'], ['调研', 'diao yan'], ['协调', 'xie tiao'],
    ['乐业', 'le ye'], ['音乐', 'yin yue'], ['会计', 'kuai ji'], ['商会计划', 'shang hui ji hua'], ['率先', 'shuai xian'], ['效率', 'xiao lv'], ['了解', 'liao jie'], ['为了', 'wei le'],
    ['他们都会来', 'ta men dou hui lai'], ['大城市', 'da cheng shi'], ['海外人参加', 'hai wai ren can jia'], ['人参', 'ren shen'], ['参差', 'cen ci'], ['模式', 'mo shi'], ['模具', 'mu ju'],
    ['商贸之都', 'shang mao zhi du'], ['退耕还林', 'tui geng huan lin'], ['目的', 'mu di'], ['角色', 'jue se'],
  ])('reads the words of %s', (text, reading) => {
    expect(read(text)).toBe(reading)
  })

  it('reads traditional characters as the words they write', () => {
    expect(read('重慶銀行')).toBe('chong qing yin hang')
    expect(read('長樂')).toBe(read('长乐'))
    expect(read('乾隆')).toBe('qian long')
    expect(read('乾淨')).toBe('gan jing')
    expect(read('著名')).toBe('zhu ming')
    expect(read('執著')).toBe('zhi zhuo')
    expect(read('綠色')).toBe('lv se')
  })

  it.each([
    ['曾國藩', 'zeng'], ['曾经的商会', 'ceng'], ['曾获全国先进', 'ceng'], ['单霁翔', 'shan'], ['单位建设', 'dan'], ['单县商会', 'shan'], ['单边', 'dan'], ['仇和', 'qiu'], ['仇恨', 'chou'],
    ['查济民', 'zha'], ['查济民家族', 'zha'], ['查短板', 'cha'], ['查摆问题', 'cha'], ['区伯', 'ou'], ['区域合作', 'qu'], ['区工商联', 'qu'], ['朴槿惠', 'piao'], ['朴素', 'pu'],
    ['解振华会长的创业路', 'xie'], ['解民忧', 'jie'], ['解放思想', 'jie'], ['解企业之难', 'jie'], ['任正非', 'ren'], ['任务', 'ren'], ['盖叫天', 'ge'], ['盖章', 'gai'], ['“单田芳”', 'shan'],
  ])('reads the head of %s as %s', (title, syllable) => {
    expect(syllablesOf(title).find((part) => /[a-z]/u.test(part))).toBe(syllable)
  })

  it('leaves what is not Han as it is, one item for each character', () => {
    expect(syllablesOf('Ａ1，𬭛😀')).toEqual(['a', '1', ',', 'bo', '😀'])
    expect(syllablesOf('\ud842吉')).toEqual(['\ud842', 'ji'])
    expect(syllablesOf('')).toEqual([])
  })

  it('knows every reading of a character in either script', () => {
    expect(readingsOf('行')).toEqual(expect.arrayContaining(['xing', 'hang']))
    expect(readingsOf('鄉')).toEqual(['xiang'])
    expect(readingsOf('女')[0]).toBe('nv')
    expect(readingsOf('乾')).toEqual(expect.arrayContaining(['gan', 'qian']))
    expect(readingsOf('樂')).toEqual(expect.arrayContaining(['le', 'yue']))
    expect(readingsOf('〇')).toEqual(['ling'])
    expect(readingsOf('𬭛')).toEqual(['bo'])
    for (const none of ['a', '', '\ud800', '，']) expect(readingsOf(none)).toEqual([])
  })
})

describe('order', () => {
  it('sorts titles as a reader looks for them', () => {
    const sorted = [
      '9号楼里的商会', '10号院：一个楼宇商会', '2015年度先进商会', 'APEC与浙商', '阿坝州商会', '安徽六安商会', '百色模式', '蚌埠经验', '亳州药都商会',
      '长沙商会：以商养会', '长治商会', '成都模式', '重庆模式', '重塑商会', '东莞模式', '广东省工商联', '行业协会的转型', '会长的一天', '解放思想再出发', '乐山商会',
      '廉江经验', '六安茶商会', '绿色商会', '宁波帮', '女企业家商会', '番禺经验', '西安商会', '厦门模式', '先进商会经验', '湘商回归', '解振华', '乐清模式', '云南模式', '“云”上商会',
      '曾国藩家书', '查济民', '长子县商会', '重点工作', '中国商会', '遵义商会',
    ]
    expect(sorted.filter((title, index) => index > 0 && comparePinyin(sorted[index - 1]!, title) >= 0)).toEqual([])
    expect(sorted.toReversed().sort(comparePinyin)).toEqual(sorted)
  })

  it('takes numbers by value, whatever their width and length', () => {
    const sorted = ['1号', '２号', '10号', '0100号', '99999999999999号', '100000000000000号', '号']
    expect(sorted.toReversed().sort(comparePinyin)).toEqual(sorted)
  })

  it('puts both scripts together, and leaves marks aside', () => {
    const sorted = ['云南模式', '雲南模式', '云南模式二', '《云南商会》']
    expect(sorted.toSorted(comparePinyin)).toEqual(['云南模式', '雲南模式', '云南模式二', '《云南商会》'])
    expect(['先进', '西安', 'xi', 'x'].toSorted(comparePinyin)).toEqual(['x', 'xi', '西安', '先进'])
  })

  it('gives one total order', () => {
    const title = fc.string({ unit: fc.constantFrom('重', '庆', '雲', 'a', '1', '0', '《', ' ', '\ud800', '𬭛'), maxLength: 5 })
    fc.assert(fc.property(title, title, title, (a, b, c) => {
      expect(Math.sign(comparePinyin(a, b)) + Math.sign(comparePinyin(b, a))).toBe(0)
      expect(comparePinyin(a, b) === 0).toBe(a === b)
      if (comparePinyin(a, b) <= 0 && comparePinyin(b, c) <= 0) expect(comparePinyin(a, c)).toBeLessThanOrEqual(0)
    }))
  })
})
