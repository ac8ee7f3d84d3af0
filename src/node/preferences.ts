import { Preferences } from '#api'
import type { PreferencesPort } from '#core/ports'
import { readIfThere, replaceFile, type Disk } from './disk'
import { writeFailure } from './failures'
import { asObject, parseJson } from './json'
import type { Layout } from './layout'

/** Interface choices in a file beside the library. Whatever of it cannot be read falls back to its default. */
export class PreferencesFile implements PreferencesPort {
  constructor(private readonly disk: Disk, private readonly layout: Layout) {}

  async read(): Promise<Partial<Preferences>> {
    const stored = asObject(parseJson((await readIfThere(this.layout.preferences))?.toString('utf8') ?? '')) ?? {}
    const fields = Object.entries(Preferences.shape).flatMap(([name, schema]) => {
      const parsed = schema.safeParse(stored[name])
      return name in stored && parsed.success ? [[name, parsed.data]] : []
    })
    return Object.fromEntries(fields) as Partial<Preferences>
  }

  async write(preferences: Preferences): Promise<void> {
    try {
      await replaceFile(this.disk, this.layout.preferences, Buffer.from(`${JSON.stringify(preferences, null, 2)}\n`))
    } catch (cause) {
      throw writeFailure(cause)
    }
  }
}
