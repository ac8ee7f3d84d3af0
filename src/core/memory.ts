import type { Backup, Preferences } from '#api'
import { AppError } from '#api'
import { v7 } from 'uuid'
import { MemoryAttachments } from './memory-attachments'
import { redacted, type Command, type Snapshot } from './library'
import type { HostFacts, Ports, ResourceName } from './ports'

/**
 * Every port in memory: for the one-file reader, which has nothing else, and for tests. A `readOnly` host refuses
 * every command as a folder without write permission would.
 */
export function memoryPorts(options: {
  snapshot?: Snapshot
  host?: Partial<HostFacts>
  resources?: Partial<Record<ResourceName, string>>
  now?: () => number
} = {}): Ports {
  const host: HostFacts = {
    version: '', location: '', device: 'memory0000', nativeDialogs: false, attachmentAddress: '', readOnly: null, recovery: [],
    damagedLocation: '', backupFailure: null, ...options.host,
  }
  const commands: Command[] = []
  const batches = new Map<string, string[]>()
  const backups = new Map<string, { backup: Backup; snapshot: Snapshot }>()
  let snapshot = options.snapshot ?? null
  let preferences: Partial<Preferences> = {}
  return {
    host,
    journal: {
      async append(...added) {
        if (host.readOnly !== null) throw new AppError('READ_ONLY')
        commands.push(...added)
      },
      async *read(fromSeq) {
        yield* commands.filter((command) => command.seq >= fromSeq)
      },
      redact: async (records) => void commands.splice(0, commands.length, ...commands.map((command) => redacted(command, records))),
      verify: async () => [],
    },
    snapshot: {
      read: async () => snapshot,
      write: async (next) => void (snapshot = structuredClone(next)),
    },
    backups: {
      list: async () => [...backups.values()].map(({ backup }) => backup).reverse(),
      async create(taken, reason) {
        const name = `backup-${backups.size + 1}`
        const cases = taken.records.filter((record) => record.kind === 'case').length
        const backup = { name, createdAt: new Date(options.now?.() ?? Date.now()).toISOString(), bytes: JSON.stringify(taken).length, cases, reason, seq: taken.seq, state: 'good' as const }
        backups.set(name, { backup, snapshot: structuredClone(taken) })
        return backup
      },
      async read(name) {
        const found = backups.get(name)
        if (found === undefined) throw new AppError('BACKUP_NOT_FOUND', { id: name })
        return found.snapshot
      },
      verify: async () => [],
    },
    attachments: new MemoryAttachments(() => host.readOnly !== null),
    preferences: {
      read: async () => preferences,
      write: async (next) => void (preferences = next),
    },
    resources: { text: async (name) => options.resources?.[name] ?? null, has: async (name) => options.resources?.[name] !== undefined },
    pdf: {
      async pages(_, file) {
        throw new AppError('FORMAT_UNSUPPORTED', { file, format: 'pdf' })
      },
    },
    ocr: {
      scripts: async () => [],
      start() {
        throw new AppError('OCR_UNAVAILABLE')
      },
    },
    batches: {
      list: async () => [...batches.keys()],
      read: async (id) => batches.get(id) ?? [],
      append: async (id, line) => void batches.set(id, [...batches.get(id) ?? [], line]),
      remove: async (id) => batches.delete(id),
    },
    clock: { now: options.now ?? Date.now },
    ids: { id: () => v7() },
    log: { error: (message, cause) => console.error(message, cause) },
  }
}
