/** The contract: every method of Jingjian, with its input, output and errors. Each host serves the whole of it. */
import type { ContractRouterClient } from '@orpc/contract'
import { attachments } from './attachments'
import { backups } from './backups'
import { cases } from './cases'
import { coding } from './coding'
import { collections } from './collections'
import { conflicts } from './conflicts'
import { bundles, exports } from './exports'
import { facts } from './facts'
import { history } from './history'
import { imports } from './imports'
import { library } from './library'
import { matrix } from './matrix'
import { script } from './script'
import { search } from './search'
import { suggestions } from './suggestions'
import { trash } from './trash'

export const contract = { library, cases, attachments, collections, history, trash, search, coding, facts, suggestions, matrix, imports, exports, bundles, script, conflicts, backups }
export type Contract = typeof contract

/** What a view, a command or a test calls, whichever host answers. */
export type Client = ContractRouterClient<Contract>

export * from './attachments'
export * from './backups'
export * from './base'
export * from './cases'
export * from './collections'
export * from './coding'
export * from './conflicts'
export * from './exports'
export * from './facts'
export * from './history'
export * from './import-tables'
export * from './imports'
export * from './library'
export * from './matrix'
export * from './reshape'
export * from './script'
export * from './search'
export * from './suggestions'
export * from './trash'
