/**
 * Opens the library named and adds cases without end; prints a case's title once it was acknowledged,
 * and why where one is refused.
 */
import { openLibrary } from '#node/index'

const [directory, prefix] = process.argv.slice(2)
const library = await openLibrary({ directory: directory!, create: 'ifMissing', nativeDialogs: false })
process.stdout.write(`${library.readOnly?.code ?? 'writing'}\n`)
if (library.readOnly !== null) process.exit()
try {
  for (let number = 0; ; number++) {
    const title = `${prefix}-${number}`
    await library.client.cases.create({ title })
    process.stdout.write(`${title}\n`)
  }
} catch (cause) {
  process.stdout.write(`refused: ${(cause as { code?: string }).code}\n`)
  process.exit()
}
