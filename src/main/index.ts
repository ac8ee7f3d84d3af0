/** The desktop shell: what happens, in order. Each step lives in its own file. */
import { app } from 'electron'
import { shownLanguage } from './language'
import { closeBeforeQuit, libraryDirectory, openLibraryOrExplain } from './library'
import { setUpMenu } from './menu'
import { setUpOpenedFiles } from './opened-files'
import { registerScheme, setUpProtocol } from './page-protocol'
import { readPreferences } from './preferences'
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
    const preferences = await readPreferences(library)
    applyAppearance(preferences.appearance)
    setUpMenu(shownLanguage(preferences.language), libraryDirectory())
    setUpRpc(library, {
      connected: (contents) => openedFiles.deliverTo(contents),
      preferencesChanged: (changed) => {
        applyAppearance(changed.appearance)
        setUpMenu(shownLanguage(changed.language), libraryDirectory())
      },
    })
    await setUpWindows()
  }
}
