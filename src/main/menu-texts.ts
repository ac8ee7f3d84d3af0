import type { Language } from '#api/i18n'

export interface MenuTexts {
  file: string
  import: string
  export: string
  addSample: string
  settings: string
  quit: string
  close: string
  edit: string
  undo: string
  redo: string
  cut: string
  copy: string
  paste: string
  selectAll: string
  search: string
  view: string
  theme: string
  themeSystem: string
  themeLight: string
  themeDark: string
  actualSize: string
  zoomIn: string
  zoomOut: string
  fullScreen: string
  reload: string
  window: string
  minimize: string
  help: string
  showLibrary: string
  about: string
}

export const menuTexts: Record<Language, MenuTexts> = {
  'zh-Hans': {
    file: '文件', import: '导入文档…', export: '导出…', addSample: '打开示例库', settings: '设置…', quit: '退出', close: '关闭窗口',
    edit: '编辑', undo: '撤销', redo: '重做', cut: '剪切', copy: '复制', paste: '粘贴', selectAll: '全选', search: '搜索',
    view: '显示', theme: '外观', themeSystem: '跟随系统', themeLight: '浅色', themeDark: '深色',
    actualSize: '实际大小', zoomIn: '放大', zoomOut: '缩小', fullScreen: '全屏', reload: '重新载入',
    window: '窗口', minimize: '最小化', help: '帮助', showLibrary: '打开资料库所在文件夹', about: '关于镜鉴',
  },
  'zh-Hant': {
    file: '檔案', import: '匯入文件…', export: '匯出…', addSample: '開啟範例庫', settings: '設定…', quit: '結束', close: '關閉視窗',
    edit: '編輯', undo: '復原', redo: '重做', cut: '剪下', copy: '拷貝', paste: '貼上', selectAll: '全選', search: '搜尋',
    view: '顯示', theme: '外觀', themeSystem: '跟隨系統', themeLight: '淺色', themeDark: '深色',
    actualSize: '實際大小', zoomIn: '放大', zoomOut: '縮小', fullScreen: '全螢幕', reload: '重新載入',
    window: '視窗', minimize: '最小化', help: '說明', showLibrary: '開啟資料庫所在資料夾', about: '關於鏡鑑',
  },
  en: {
    file: 'File', import: 'Import Documents…', export: 'Export…', addSample: 'Open Sample Library', settings: 'Settings…', quit: 'Quit', close: 'Close Window',
    edit: 'Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select All', search: 'Search',
    view: 'View', theme: 'Appearance', themeSystem: 'Same as System', themeLight: 'Light', themeDark: 'Dark',
    actualSize: 'Actual Size', zoomIn: 'Zoom In', zoomOut: 'Zoom Out', fullScreen: 'Full Screen', reload: 'Reload',
    window: 'Window', minimize: 'Minimise', help: 'Help', showLibrary: 'Open Library Folder', about: 'About Jingjian',
  },
}
