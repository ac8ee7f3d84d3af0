/** The desktop shell: what happens, in order. Each step lives in its own file. */
import { app } from 'electron'
import { setUpAttachments } from './attachments'
import { shownLanguage } from './language'
import { closeBeforeQuit, openLibraryOrExplain } from './library'
import { setUpMenu } from './menu'
import { setUpOpenedFiles, type OpenedFiles } from './opened-files'
import { registerScheme, setUpProtocol } from './page-protocol'
import { setUpRpc } from './rpc'
import { setUpSecurity } from './security'
import { setUpSingleInstance } from './single-instance'
import { applyAppearance } from './theme'
import { setUpWindows } from './window'

registerScheme()
setUpSecurity()
const openedFiles = setUpOpenedFiles()
// Not awaited here: Electron becomes ready only once this module has run to its end.
if (setUpSingleInstance(openedFiles)) void app.whenReady().then(() => start(openedFiles))

async function start(openedFiles: OpenedFiles): Promise<void> {
  const library = await openLibraryOrExplain()
  if (library === null) return
  closeBeforeQuit(library)
  setUpProtocol()
  const { appearance, language } = await library.client.library.preferences()
  applyAppearance(appearance)
  setUpMenu(shownLanguage(language), library.directory)
  setUpAttachments(library)
  setUpRpc(library, {
    connected: (contents) => openedFiles.deliverTo(contents),
    preferencesChanged: (changed) => {
      applyAppearance(changed.appearance)
      setUpMenu(shownLanguage(changed.language), library.directory)
    },
  })
  await setUpWindows()
}
