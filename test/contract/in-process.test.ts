import { openLibrary } from '#node/index'
import { temporaryDirectory } from '../hosts/temporary'
import { runCall } from './run-call'
import { describeContract } from './suite'

describeContract('in process', async () => {
  const folder = await temporaryDirectory()
  const library = await openLibrary({ directory: folder.path, create: 'ifMissing', nativeDialogs: false })
  return {
    run: (path, index) => runCall(library.client, path, index),
    async close() {
      await library.close()
      await folder.remove()
    },
  }
})
