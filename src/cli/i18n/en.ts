import type { CliTexts } from './texts'

export const en: CliTexts = {
  program: 'Jingjian: clean, search, compare and hand over case studies and experience models.',
  titles: { usage: 'Usage:', arguments: 'Arguments:', options: 'Options:', commands: 'Commands:' },
  commands: {
    init: 'make a new library', import: 'import documents', list: 'list cases', show: 'show a case', search: 'search cases', edit: 'change fields of a case',
    tag: 'add (+tag) or remove (-tag) tags', delete: 'delete a case', undo: 'take back the last step', redo: 'do it again', history: 'show what was changed',
    code: 'code a quotation to a theme', compare: 'compare cases side by side', export: 'export cases', merge: 'merge a bundle', check: 'check the library',
    backup: 'back the library up', restore: 'restore a backup', serve: 'open the interface on a local address', collections: 'list collections',
    attach: 'attach files to a case', attachments: 'list attachments, or save one (--save)', detach: 'remove an attachment',
  },
  options: {
    library: 'folder of the library', json: 'print JSON', lang: 'language: zh-Hans, zh-Hant, en', help: 'show help', version: 'show the version',
    sample: 'put the sample cases in', template: 'template to split by (whole: do not split)', accept: 'repairs to apply: none, safe, all', dryRun: 'show what would happen, write nothing',
    query: 'query', sort: 'sort by title, updated, region', limit: 'at most this many', set: 'FIELD=VALUE, can be repeated', theme: 'name or id of a theme', quote: 'quotation',
    field: 'field the quotation is in', rows: 'rows to compare, by comma, such as role:highlight,fact:honour', cases: 'ids of cases, by comma', collection: 'name or id of a collection',
    to: 'file to write', format: 'format (by the ending unless given)', title: 'title of the document', list: 'list the backups there are', port: 'port', noOpen: 'do not open a browser', save: 'attachment to save: its name or id',
  },
  usage: {
    unknownCommand: 'There is no such command.', unknownOption: 'There is no such option: {value}', missingArgument: 'An argument is missing: {value}', missingOption: 'A required option is missing: {value}',
    missingValue: 'The option needs a value: {value}', excessArguments: 'Too many arguments.', badValue: 'This value does not fit: {value}', changeWithSign: 'Write + or - before the tag: {value}',
    fieldEqualsValue: 'Write FIELD=VALUE: {value}', saveNeedsTo: 'Use --save and --to together.', seeHelp: 'See {command} --help.',
  },
  say: {
    created: 'Library made: {path}', cases: '{count} cases', imported: '{count} cases imported', wouldImport: '{count} cases would be imported (dry run, nothing written)',
    duplicate: 'Duplicate: {file}, “{title}” is in the library already', repairsDone: '{count} repairs made', repairsOpen: '{count} left for you to decide', nothingImported: 'No new cases.',
    warning: 'Note: {file}: {message}', noCases: 'No cases.', noHits: 'Nothing found.', hits: '{total} results in {time} ms', edited: 'Changed “{title}”',
    unchanged: 'Nothing to change.', tagged: 'Tags of {count} cases changed', deleted: 'Deleted “{title}” (undo brings it back)', undone: 'Undone: {name}', redone: 'Redone: {name}',
    coded: 'Coded to “{theme}”', codedLoose: 'Coded to “{theme}”, though the text does not have exactly these words', noHistory: 'Nothing was changed yet.', exported: '{count} cases exported: {file} ({size})',
    merged: 'Merged: {added} added, {updated} updated, {unchanged} unchanged', wouldMerge: 'Would merge (dry run, nothing written): {added} added, {updated} updated, {unchanged} unchanged',
    conflict: 'Changed on both sides: {field} of {id}, kept {kept}', sound: 'The library is sound.', problems: '{count} problems found:', backedUp: 'Backed up: {name} ({count} cases, {size})',
    restored: 'Restored {name}, now {count} cases (undo takes it back)', noBackups: 'No backups yet.', serving: 'Jingjian is open at this address:', stop: 'Press Ctrl+C to stop.',
    ambiguous: '“{id}” is more than one case, write more of it: {matches}', facts: 'Facts', passages: 'Coded passages', collections: 'Collections', lost: '(no longer found in the text)', updated: 'updated {time}',
    shared: 'Shared', unique: 'Unique', readOnly: 'The library is read-only: {message}', recovered: 'Repaired on opening: {code} {detail}', openRepairs: '{count} repairs to decide',
    proposed: ' (proposed)', stage: '{stage} {done}/{total} {label}', noCollections: 'No collections yet.', nobody: '—',
    otherSplit: '{file}: {cases} cases with --template {template}', bundleIsMerged: 'This is a bundle; take it in with “merge”.',
    attached: '{count} attached to “{title}”', detached: 'Removed “{name}” from “{title}” (undo brings it back)', noAttachments: 'No attachments.',
    savedAttachment: 'Saved “{name}”: {file} ({size})', notHere: '(content not here)', ambiguousAttachment: '“{id}” is more than one attachment, write more of it: {matches}',
  },
  columns: { id: 'ID', title: 'Title', organisation: 'Organisation', modelName: 'Model', region: 'Region', tags: 'Tags', time: 'Time', cases: 'Cases', size: 'Size', name: 'Name', query: 'Query' },
  kinds: { exact: 'exact', folded: 'script', pinyin: 'pinyin', fuzzy: 'similar' },
  stages: { read: 'reading', split: 'splitting', repair: 'repairing', write: 'writing', render: 'rendering', index: 'indexing' },
}
