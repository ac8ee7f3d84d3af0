import type { CliTexts } from './texts'

export const zhHant: CliTexts = {
  program: '鏡鑑：整理、查找、對照、交付案例與經驗模式。',
  titles: { usage: '用法：', arguments: '參數：', options: '選項：', commands: '命令：' },
  commands: {
    init: '新增案例庫', import: '匯入文件', list: '列出案例', show: '檢視案例', search: '查找案例', edit: '修改案例的欄位',
    tag: '加上（+標籤）或去掉（-標籤）標籤', delete: '刪除案例', undo: '復原上一步', redo: '重做', history: '檢視修改歷史',
    code: '把一段引文編碼到主題', compare: '並排對照案例', export: '匯出案例', merge: '合併資料包', check: '檢查案例庫',
    backup: '備份案例庫', restore: '還原備份', serve: '在本機網址上開啟介面', collections: '列出合集',
    attach: '新增附件', attachments: '列出附件，或另存一個（--save）', detach: '移除附件',
  },
  options: {
    library: '案例庫所在資料夾', json: '以 JSON 輸出', lang: '語言：zh-Hans、zh-Hant、en', help: '顯示說明', version: '顯示版本',
    sample: '放入範例案例', template: '按哪個範本拆分（whole：不拆分）', accept: '採用哪些修復：none、safe、all', dryRun: '只預演，不寫入',
    query: '查詢', sort: '排序：title、updated、region', limit: '最多幾條', set: '欄位=新值，可重複', theme: '主題名或編號', quote: '引文',
    field: '引文所在欄位', rows: '對照哪些列，逗號分隔，如 role:highlight,fact:honour', cases: '案例編號，逗號分隔', collection: '合集名或編號',
    to: '寫到哪個檔案', format: '格式（預設看副檔名）', title: '文件標題', list: '列出已有備份', port: '連接埠', noOpen: '不開啟瀏覽器', save: '要另存的附件：名稱或編號',
  },
  usage: {
    unknownCommand: '沒有這個命令。', unknownOption: '沒有這個選項：{value}', missingArgument: '缺少參數：{value}', missingOption: '缺少必需的選項：{value}',
    missingValue: '選項後面缺少值：{value}', excessArguments: '參數太多。', badValue: '值不合適：{value}', changeWithSign: '標籤前請寫 + 或 -：{value}',
    fieldEqualsValue: '請寫成 欄位=新值：{value}', saveNeedsTo: '--save 和 --to 要一起用。', seeHelp: '用 {command} --help 檢視用法。',
  },
  say: {
    created: '已新增案例庫：{path}', cases: '{count} 個案例', imported: '已匯入 {count} 個案例', wouldImport: '將匯入 {count} 個案例（預演，未寫入）',
    duplicate: '重複：{file}《{title}》已在案例庫中', repairsDone: '已修復 {count} 處', repairsOpen: '{count} 處待您決定', nothingImported: '沒有新的案例。',
    warning: '注意：{file}：{message}', noCases: '沒有案例。', noHits: '沒有找到。', hits: '共 {total} 個結果，用時 {time} 毫秒', edited: '已修改《{title}》',
    unchanged: '沒有變化。', tagged: '已修改 {count} 個案例的標籤', deleted: '已刪除《{title}》（可用 undo 復原）', undone: '已復原：{name}', redone: '已重做：{name}',
    coded: '已編碼到「{theme}」', codedLoose: '已編碼到「{theme}」，但原文中沒有完全相同的文字', noHistory: '還沒有修改。', exported: '已匯出 {count} 個案例：{file}（{size}）',
    merged: '已合併：新增 {added}，更新 {updated}，未變 {unchanged}', wouldMerge: '將合併（預演，未寫入）：新增 {added}，更新 {updated}，未變 {unchanged}',
    conflict: '兩邊都改過：{id} 的 {field}，保留了{kept}', sound: '案例庫完好。', problems: '發現 {count} 個問題：', backedUp: '已備份：{name}（{count} 個案例，{size}）',
    restored: '已還原備份 {name}，現有 {count} 個案例（可用 undo 復原）', noBackups: '還沒有備份。', serving: '鏡鑑已在此網址開啟：', stop: '按 Ctrl+C 結束。',
    ambiguous: '「{id}」不只一個案例，請寫長一些：{matches}', facts: '事實', passages: '編碼片段', collections: '合集', lost: '（原文中已找不到）', updated: '更新於 {time}',
    shared: '共有', unique: '獨有', readOnly: '案例庫只能閱讀：{message}', recovered: '開啟時已修復：{code} {detail}', openRepairs: '{count} 處修復待決定',
    proposed: '（建議）', stage: '{stage} {done}/{total} {label}', noCollections: '還沒有合集。', nobody: '—',
    otherSplit: '{file}：用 --template {template} 可拆成 {cases} 個案例', bundleIsMerged: '這是資料包，請用 merge 合併。',
    attached: '已為《{title}》新增 {count} 個附件', detached: '已從《{title}》移除附件「{name}」（可用 undo 復原）', noAttachments: '沒有附件。',
    savedAttachment: '已另存「{name}」：{file}（{size}）', notHere: '（內容不在這裡）', ambiguousAttachment: '「{id}」不只一個附件，請寫長一些：{matches}',
  },
  columns: { id: '編號', title: '標題', organisation: '組織', modelName: '模式', region: '地區', tags: '標籤', time: '時間', cases: '案例', size: '大小', name: '名稱', query: '查詢' },
  kinds: { exact: '原文', folded: '簡繁', pinyin: '拼音', fuzzy: '近似' },
  stages: { read: '讀取', split: '拆分', repair: '修復', write: '寫入', render: '產生', index: '索引' },
}
