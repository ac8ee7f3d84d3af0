import enCompare from './en/compare'
import enConflicts from './en/conflicts'
import enExport from './en/export'
import enImport from './en/import'
import enLibrary from './en/library'
import enSearch from './en/search'
import enSettings from './en/settings'
import enShell from './en/shell'
import enTrash from './en/trash'
import hansCompare from './zh-Hans/compare'
import hansConflicts from './zh-Hans/conflicts'
import hansExport from './zh-Hans/export'
import hansImport from './zh-Hans/import'
import hansLibrary from './zh-Hans/library'
import hansSearch from './zh-Hans/search'
import hansSettings from './zh-Hans/settings'
import hansShell from './zh-Hans/shell'
import hansTrash from './zh-Hans/trash'
import hantCompare from './zh-Hant/compare'
import hantConflicts from './zh-Hant/conflicts'
import hantExport from './zh-Hant/export'
import hantImport from './zh-Hant/import'
import hantLibrary from './zh-Hant/library'
import hantSearch from './zh-Hant/search'
import hantSettings from './zh-Hant/settings'
import hantShell from './zh-Hant/shell'
import hantTrash from './zh-Hant/trash'

/** Every text of the interface: language, namespace, key. */
export const resources = {
  'zh-Hans': {
    shell: hansShell, library: hansLibrary, import: hansImport, compare: hansCompare, export: hansExport, settings: hansSettings, trash: hansTrash,
    conflicts: hansConflicts, search: hansSearch,
  },
  'zh-Hant': {
    shell: hantShell, library: hantLibrary, import: hantImport, compare: hantCompare, export: hantExport, settings: hantSettings, trash: hantTrash,
    conflicts: hantConflicts, search: hantSearch,
  },
  en: {
    shell: enShell, library: enLibrary, import: enImport, compare: enCompare, export: enExport, settings: enSettings, trash: enTrash,
    conflicts: enConflicts, search: enSearch,
  },
}

export const namespaces = ['shell', 'library', 'import', 'compare', 'export', 'settings', 'trash', 'conflicts', 'search'] as const
