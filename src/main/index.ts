/** The desktop shell: what happens, in order. Each step lives in its own file. */
import { app } from 'electron'
import { shownLanguage } from './language'
import { closeBeforeQuit, openLibraryOrExplain } from './library'
import { setUpMenu } from './menu'
import { setUpOpenedFiles } from './opened-files'
import { registerScheme, setUpProtocol } from './page-protocol'
import { setUpRpc } from './rpc'
import { setUpSecurity } from './security'
import { setUpSingleInstance } from './single-instance'
import { applyAppearance } from './theme'
import { setUpWindows } from './window'

registerScheme()
setUpSecurity()
const openedFiles = setUpOpenedFiles()

if (setUpSingleInstance(openedFiles)) {
  await app.whenReady()
  const library = await openLibraryOrExplain()
  if (library !== null) {
    closeBeforeQuit(library)
    setUpProtocol()
    const preferences = await library.client.library.preferences()
    applyAppearance(preferences.appearance)
    setUpMenu(shownLanguage(preferences.language), library.directory)
    setUpRpc(library, {
      connected: (contents) => openedFiles.deliverTo(contents),
      preferencesChanged: (changed) => {
        applyAppearance(changed.appearance)
        setUpMenu(shownLanguage(changed.language), library.directory)
      },
    })
    await setUpWindows()
  }
}
