import type { Build } from './engine'
import { buildFuse } from './fuse'
import { buildOurs } from './ours'
import { buildScan } from './scan'
import { buildSqlite } from './sqlite'
import { buildUFuzzy } from './ufuzzy'

export type EngineName = 'ours' | 'fuse' | 'scan' | 'ufuzzy' | 'sqlite'

export const engines: Record<EngineName, { title: string; build: Build; takesSeconds: boolean }> = {
  ours: { title: 'ours', build: buildOurs, takesSeconds: false },
  fuse: { title: 'fuse.js token search', build: buildFuse, takesSeconds: true },
  scan: { title: 'plain folded scan', build: buildScan, takesSeconds: false },
  ufuzzy: { title: 'uFuzzy typo mode', build: buildUFuzzy, takesSeconds: false },
  sqlite: { title: 'SQLite FTS5 bigrams', build: buildSqlite, takesSeconds: false },
}
