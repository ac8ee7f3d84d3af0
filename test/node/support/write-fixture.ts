import { makeFixture } from './library-fixture'

const [directory, workingFolder] = process.argv.slice(2)
await makeFixture(directory!, workingFolder!)
