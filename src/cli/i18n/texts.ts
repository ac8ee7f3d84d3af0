import type { TagReason } from '#api'

/** What the command line says in its own words; `{name}` is filled in. */
export interface CliTexts {
  program: string
  titles: { usage: string; arguments: string; options: string; commands: string }
  /** One line for each command. */
  commands: Record<
    | 'init' | 'import' | 'list' | 'show' | 'search' | 'edit' | 'tag' | 'delete' | 'undo' | 'redo' | 'history' | 'code' | 'compare'
    | 'export' | 'merge' | 'check' | 'backup' | 'restore' | 'serve' | 'collections' | 'attach' | 'attachments' | 'detach'
    | 'conflicts' | 'settle' | 'trash' | 'facts' | 'correct' | 'templates' | 'suggest' | 'words',
    string
  >
  options: Record<
    | 'library' | 'json' | 'lang' | 'help' | 'version' | 'sample' | 'template' | 'accept' | 'duplicates' | 'ocr' | 'report' | 'dryRun' | 'query' | 'sort' | 'sortHits' | 'limit' | 'offset' | 'set'
    | 'theme' | 'quote' | 'field' | 'rows' | 'cases' | 'collection' | 'to' | 'format' | 'title' | 'list' | 'port' | 'noOpen' | 'save'
    | 'take' | 'keep' | 'allSide' | 'again' | 'diff' | 'restoreVersion' | 'all' | 'yes'
    | 'noAttachments' | 'script' | 'kind' | 'factText' | 'corrected' | 'isKind' | 'isNone' | 'restoreFact' | 'wasKind' | 'section' | 'caseMarker' | 'newName'
    | 'takeTag' | 'takeTheme',
    string
  >
  usage: {
    unknownCommand: string
    unknownOption: string
    missingArgument: string
    missingOption: string
    missingValue: string
    excessArguments: string
    badValue: string
    badChoice: string
    changeWithSign: string
    fieldEqualsValue: string
    saveNeedsTo: string
    settleHow: string
    purgeNeedsYes: string
    correctHow: string
    wordWithSign: string
    roleEqualsMarkers: string
    changeWhat: string
    seeHelp: string
  }
  say: Record<
    | 'created' | 'cases' | 'imported' | 'wouldImport' | 'canRead' | 'duplicate' | 'newVersion' | 'similar' | 'reported' | 'repairsDone' | 'repairsOpen' | 'nothingImported' | 'warning'
    | 'noCases' | 'noHits' | 'hits' | 'edited' | 'unchanged' | 'tagged' | 'deleted' | 'undone' | 'redone' | 'coded' | 'codedLoose'
    | 'noHistory' | 'exported' | 'merged' | 'wouldMerge' | 'conflict' | 'sound' | 'problems' | 'backedUp' | 'restored' | 'noBackups'
    | 'wouldRestore' | 'wouldReturn' | 'wouldGo' | 'wouldChange' | 'wouldChangeOthers' | 'backupGood' | 'backupDamaged' | 'noAutomaticBackup'
    | 'serving' | 'stop' | 'ambiguous' | 'facts' | 'passages' | 'collections' | 'lost' | 'updated' | 'shared' | 'unique' | 'readOnly'
    | 'waiting' | 'recovered' | 'openRepairs' | 'proposed' | 'stage' | 'noCollections' | 'nobody' | 'otherSplit'
    | 'bundleIsMerged' | 'attached' | 'detached' | 'noAttachments' | 'savedAttachment' | 'notHere' | 'ambiguousAttachment'
    | 'noConflicts' | 'settled' | 'here' | 'takenBack'
    | 'trashEmpty' | 'untrashed' | 'purged' | 'purgeUnfinished' | 'attachmentsKept' | 'versionRestored' | 'sameVersions' | 'alsoDiffer'
    | 'noFacts' | 'factsFound' | 'corrected' | 'rejected' | 'factAdded' | 'factChanged' | 'factRejected' | 'factRestored' | 'ambiguousFact'
    | 'notOffered' | 'nothingOffered' | 'offeredTags' | 'offeredThemes' | 'taken' | 'noWords' | 'wordsSet'
    | 'templateExists' | 'templateBuiltIn' | 'templateSaved' | 'templateDeleted' | 'ambiguousTemplate'
    | 'contentsCame' | 'contentsWouldCome' | 'contentRemark',
    string
  >
  columns: Record<'id' | 'title' | 'organisation' | 'modelName' | 'region' | 'tags' | 'time' | 'cases' | 'size' | 'name' | 'query' | 'reason' | 'state' | 'kind' | 'fact' | 'passage' | 'sections' | 'caseMarkers', string>
  /** Why a tag is offered; `{count}` is how often its words stand in the text. */
  reasons: Record<TagReason, string>
  kinds: Record<'exact' | 'folded' | 'pinyin' | 'fuzzy', string>
  stages: Record<'read' | 'split' | 'repair' | 'write' | 'render' | 'index' | 'recognise', string>
}
