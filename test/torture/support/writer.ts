/**
 * A process that works on the library named without end. It prints `writing` once the library is open, then what was
 * acknowledged, a line of JSON each, and before a deletion that it comes.
 */
import { openLibrary } from '#node/index'
import { randomFrom } from '../../../bench/lib/random'
import { Work } from './work'

const [directory, name, seed] = process.argv.slice(2)
const library = await openLibrary({ directory: directory!, create: 'ifMissing', nativeDialogs: false })
const print = (line: string) => process.stdout.write(`${line}\n`)
print(library.readOnly?.code ?? 'writing')
if (library.readOnly !== null) process.exit()
const work = new Work(library.client, name!, randomFrom(Number(seed)), {
  acknowledged: (entry) => print(JSON.stringify(entry)),
  deleting: (id) => print(JSON.stringify({ did: 'deleting', id })),
})
try {
  for (;;) await work.step()
} catch (cause) {
  // Lines still on their way through the pipe would be lost with the process.
  process.stdout.write(`refused: ${(cause as { code?: string }).code}\n`, () => process.exit())
}
