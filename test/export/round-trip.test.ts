import { describe, expect, it } from 'vitest'
import type { Client } from '#api'
import { exported, openClient } from './support'

const TITLES = [
  '甲：“引号”与#号', '---', '# 一级', '- 列表', '题: 值', '"双引号"', "'单引号'", '& 锚 *别名 !标签', '{大括号} [方括号]', '2019', 'true', 'null', '<!-- next case -->',
  '反`引`号', '末尾有空格后的词 x', '百分%号 @ 与 | 竖线 > 引用', '长'.repeat(250),
]
const TEXTS = [
  '普通的一段，写商会怎样联络会员。',
  '# 标题\n\n## 二级\n\n正文在标题之后，党员轮流值班。',
  '---\nid: 不是前言\ntitle: 只是正文\n---\n\n后面还有一段。',
  '前一段\n\n---\n\n后一段，中间是一条横线',
  '<!-- next case -->\n\n<!-- role: features -->\n## 特色\n\n<!-- notes -->\n这些都只是正文里的字',
  '\\<!-- next case -->\n\\\\<!-- role: other -->\n已经有反斜线的两行',
  '```\n代码 <!-- next case -->\n---\n```\n\n`行内` 与 ~~~ 与 | 表 | 格 |',
  '第一行\n第二行\n\n\n\n隔了三个空行的一段',
  '- 其一\n  - 其二\n\n    缩进的一段\n\n1. 其三',
  '半角 ( xiang ) 与 鄉(xiāng)鎮 保留在导出里',
  '&amp; &lt;b&gt; <b>粗</b> <script>alert(1)</script>',
]

async function imported(client: Client, bytes: Uint8Array): Promise<void> {
  const file = new File([bytes as Uint8Array<ArrayBuffer>], '汇编.md')
  const steps = await client.imports.prepare({ files: [file], accept: 'none' })
  for (;;) {
    const step = await steps.next()
    if (step.done !== true) continue
    await client.imports.commit({ previewId: step.value.previewId, dryRun: false })
    return
  }
}

describe('Markdown', () => {
  it('comes back from an empty library byte for byte, whatever stands in titles and texts', async () => {
    const first = await openClient()
    for (const [index, title] of TITLES.entries()) {
      const text = (shift: number) => TEXTS[(index + shift) % TEXTS.length]!
      const { id } = await first.cases.create({
        title, organisation: index % 2 === 0 ? title.slice(0, 40) : '', modelName: 'no', region: { province: '江西省', city: '' }, period: '2016',
        sections: [
          { id: 's1', role: 'highlight', heading: index % 3 === 0 ? '## 看点 #' : '', text: `${title}的案例：${text(0)}` },
          { id: 's2', role: 'practice', heading: '做法<!-- notes -->', text: text(1) },
          { id: 's3', role: 'practice', heading: '做法', text: `${text(2)}\n\n（第${index}号）` },
        ],
        sources: [{ title: '题: “某”', author: '- 某', date: '2019-03', url: 'https://example.org/?a=1&b=#c' }, { file: '原件.txt' }],
        notes: text(3),
      })
      await first.cases.tag({ ids: [id], add: ['党建/教育', 'yes', '#标签'] })
    }
    const once = (await exported(first, { format: 'md' })).bytes
    const second = await openClient()
    await imported(second, once)
    expect((await second.cases.list({})).total).toBe(TITLES.length)
    const twice = new TextDecoder().decode((await exported(second, { format: 'md' })).bytes)
    expect(twice).toBe(new TextDecoder().decode(once))
  })

  it('comes back the same with the line ends of Windows', async () => {
    const first = await openClient()
    await first.cases.create({ title: '甲地商会', sections: [{ id: 's1', role: 'features', heading: '', text: '一段。\r\n\r\n又一段，写党员怎样轮值。' }] })
    const once = new TextDecoder().decode((await exported(first, { format: 'md' })).bytes)
    expect(once).not.toContain('\r')
    const second = await openClient()
    await imported(second, new TextEncoder().encode(once.replaceAll('\n', '\r\n')))
    expect(new TextDecoder().decode((await exported(second, { format: 'md' })).bytes)).toBe(once)
  })
})
