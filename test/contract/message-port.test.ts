import { isDouble, startShell } from '../hosts/shell'
import { suiteInPage } from './in-page'
import { describeContract } from './suite'

describeContract(`MessagePort (${isDouble ? 'the double of Electron' : 'Electron'})`, async () => {
  const shell = await startShell()
  return { run: await suiteInPage(shell.page), close: shell.close }
})
