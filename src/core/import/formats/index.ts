import type { FormatEntry } from './format'

/** Every format that can be imported. A further one is a file beside this and a line here. */
export const formats: readonly FormatEntry[] = [
  { id: 'txt', extensions: ['txt', 'text'], load: async () => (await import('./plain-text')).readPlainText },
  { id: 'md', extensions: ['md', 'markdown'], load: async () => (await import('./markdown')).readMarkdown },
  { id: 'docx', extensions: ['docx', 'docm', 'dotx'], load: async () => (await import('./docx')).readDocx },
  { id: 'doc', extensions: ['doc', 'dot', 'wps'], load: async () => (await import('./doc')).readDoc },
  { id: 'rtf', extensions: ['rtf'], load: async () => (await import('./rtf')).readRtf },
  { id: 'odt', extensions: ['odt', 'ott'], load: async () => (await import('./odt')).readOdt },
  { id: 'html', extensions: ['html', 'htm', 'xhtml'], load: async () => (await import('./html')).readHtml },
  { id: 'mhtml', extensions: ['mhtml', 'mht'], load: async () => (await import('./html/mhtml')).readMhtml },
  { id: 'epub', extensions: ['epub'], load: async () => (await import('./epub')).readEpub },
  { id: 'pdf', extensions: ['pdf'], load: async () => (await import('./pdf')).readPdf },
  { id: 'pptx', extensions: ['pptx', 'pptm', 'ppsx'], load: async () => (await import('./pptx')).readPptx },
  { id: 'xlsx', extensions: ['xlsx', 'xlsm'], load: async () => (await import('./xlsx')).readXlsx },
  { id: 'csv', extensions: ['csv', 'tsv', 'tab'], load: async () => (await import('./csv')).readCsv },
  { id: 'json', extensions: ['json'], load: async () => (await import('./json')).readJson },
  { id: 'png', extensions: ['png'], load: loadPicture },
  { id: 'jpeg', extensions: ['jpg', 'jpeg'], load: loadPicture },
  { id: 'tiff', extensions: ['tif', 'tiff'], load: loadPicture },
  { id: 'webp', extensions: ['webp'], load: loadPicture },
  { id: 'bmp', extensions: ['bmp'], load: loadPicture },
]

async function loadPicture() {
  return (await import('./picture')).readPicture
}
