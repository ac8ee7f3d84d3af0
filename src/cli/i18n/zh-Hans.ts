import type { CliTexts } from './texts'

export const zhHans: CliTexts = {
  program: '镜鉴：整理、查找、对照、交付案例与经验模式。',
  titles: { usage: '用法：', arguments: '参数：', options: '选项：', commands: '命令：' },
  commands: {
    init: '新建资料库', import: '导入文档', list: '列出案例', show: '查看案例', search: '查找案例', edit: '修改案例的字段',
    tag: '添加（+标签）或去掉（-标签）标签', delete: '删除案例', undo: '撤销上一步', redo: '重做', history: '查看修改历史',
    code: '把一段引文编码到主题', compare: '并排对照案例', export: '导出案例', merge: '合并资料包', check: '检查资料库',
    backup: '备份资料库', restore: '恢复备份', serve: '在本机地址上打开界面', collections: '列出合集',
    attach: '添加附件', attachments: '列出附件，或另存一个（--save）', detach: '移除附件',
  },
  options: {
    library: '资料库所在文件夹', json: '以 JSON 输出', lang: '语言：zh-Hans、zh-Hant、en', help: '显示帮助', version: '显示版本',
    sample: '放入示例案例', template: '按哪个模板拆分（whole：不拆分）', accept: '采用哪些修复：none、safe、all', dryRun: '只预演，不写入',
    query: '查询', sort: '排序：title、updated、region', limit: '最多几条', set: '字段=新值，可重复', theme: '主题名或编号', quote: '引文',
    field: '引文所在字段', rows: '对照哪些行，逗号分隔，如 role:highlight,fact:honour', cases: '案例编号，逗号分隔', collection: '合集名或编号',
    to: '写到哪个文件', format: '格式（默认看扩展名）', title: '文档标题', list: '列出已有备份', port: '端口', noOpen: '不打开浏览器', save: '要另存的附件：名称或编号',
  },
  usage: {
    unknownCommand: '没有这个命令。', unknownOption: '没有这个选项：{value}', missingArgument: '缺少参数：{value}', missingOption: '缺少必需的选项：{value}',
    missingValue: '选项后面缺少值：{value}', excessArguments: '参数太多。', badValue: '值不合适：{value}', changeWithSign: '标签前请写 + 或 -：{value}',
    fieldEqualsValue: '请写成 字段=新值：{value}', saveNeedsTo: '--save 和 --to 要一起用。', seeHelp: '用 {command} --help 查看用法。',
  },
  say: {
    created: '已新建资料库：{path}', cases: '{count} 个案例', imported: '已导入 {count} 个案例', wouldImport: '将导入 {count} 个案例（预演，未写入）',
    duplicate: '重复：{file}《{title}》已在资料库中', repairsDone: '已修复 {count} 处', repairsOpen: '{count} 处待您决定', nothingImported: '没有新的案例。',
    warning: '注意：{file}：{message}', noCases: '没有案例。', noHits: '没有找到。', hits: '共 {total} 个结果，用时 {time} 毫秒', edited: '已修改《{title}》',
    unchanged: '没有变化。', tagged: '已修改 {count} 个案例的标签', deleted: '已删除《{title}》（可用 undo 撤销）', undone: '已撤销：{name}', redone: '已重做：{name}',
    coded: '已编码到“{theme}”', codedLoose: '已编码到“{theme}”，但原文中没有完全相同的文字', noHistory: '还没有修改。', exported: '已导出 {count} 个案例：{file}（{size}）',
    merged: '已合并：新增 {added}，更新 {updated}，未变 {unchanged}', wouldMerge: '将合并（预演，未写入）：新增 {added}，更新 {updated}，未变 {unchanged}',
    conflict: '两边都改过：{id} 的 {field}，保留了{kept}', sound: '资料库完好。', problems: '发现 {count} 个问题：', backedUp: '已备份：{name}（{count} 个案例，{size}）',
    restored: '已恢复备份 {name}，现有 {count} 个案例（可用 undo 撤销）', noBackups: '还没有备份。', serving: '镜鉴已在此地址打开：', stop: '按 Ctrl+C 结束。',
    ambiguous: '“{id}”不只一个案例，请写长一些：{matches}', facts: '事实', passages: '编码片段', collections: '合集', lost: '（原文中已找不到）', updated: '更新于 {time}',
    shared: '共有', unique: '独有', readOnly: '资料库只能阅读：{message}', recovered: '打开时已修复：{code} {detail}', openRepairs: '{count} 处修复待决定',
    proposed: '（建议）', stage: '{stage} {done}/{total} {label}', noCollections: '还没有合集。', nobody: '—',
    otherSplit: '{file}：用 --template {template} 可拆成 {cases} 个案例', bundleIsMerged: '这是资料包，请用 merge 合并。',
    attached: '已给《{title}》添加 {count} 个附件', detached: '已从《{title}》移除附件“{name}”（可用 undo 撤销）', noAttachments: '没有附件。',
    savedAttachment: '已另存“{name}”：{file}（{size}）', notHere: '（内容不在这里）', ambiguousAttachment: '“{id}”不只一个附件，请写长一些：{matches}',
  },
  columns: { id: '编号', title: '标题', organisation: '组织', modelName: '模式', region: '地区', tags: '标签', time: '时间', cases: '案例', size: '大小', name: '名称', query: '查询' },
  kinds: { exact: '原文', folded: '简繁', pinyin: '拼音', fuzzy: '近似' },
  stages: { read: '读取', split: '拆分', repair: '修复', write: '写入', render: '生成', index: '索引' },
}
