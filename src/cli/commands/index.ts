import type { CliCommand } from '../command'
import { attach } from './attach'
import { attachments } from './attachments'
import { backup } from './backup'
import { check } from './check'
import { code } from './code'
import { collections } from './collections'
import { compare } from './compare'
import { remove } from './delete'
import { detach } from './detach'
import { conflicts, settle } from './conflicts'
import { edit } from './edit'
import { exportCases } from './export'
import { history } from './history'
import { importFiles } from './import'
import { init } from './init'
import { list } from './list'
import { merge } from './merge'
import { restore } from './restore'
import { search } from './search'
import { serve } from './serve'
import { show } from './show'
import { tag } from './tag'
import { trash } from './trash'
import { redo, undo } from './undo'

/** Every command, in the order the help lists them. A new one is written in its own file and added here. */
export const commands: CliCommand[] = [
  init, importFiles, list, show, search, edit, tag, attach, attachments, detach, remove, trash, undo, redo, history, code, compare, collections, exportCases, merge, conflicts, settle,
  check, backup, restore, serve,
]
