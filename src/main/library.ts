import { app, dialog } from 'electron'
import { errorText } from '#api/i18n'
import { defaultLibraryDirectory, openLibrary, type OpenLibrary } from '#node/index'
import { shownLanguage } from './language'

const LIBRARY_SWITCH = 'library'

/** The folder given by `--library=DIR`, or the user's own library. */
function libraryDirectory(): string {
  const given = app.commandLine.getSwitchValue(LIBRARY_SWITCH)
  return given === '' ? defaultLibraryDirectory() : given
}

/** Opens the library; where that fails, says why in the user's language and ends the program. */
export async function openLibraryOrExplain(): Promise<OpenLibrary | null> {
  try {
    return await openLibrary({ directory: libraryDirectory(), create: 'ifMissing', nativeDialogs: true, timedBackups: true, version: app.getVersion() })
  } catch (cause) {
    console.error('the library could not be opened', cause)
    // The preferences lie beside the library, which is not open: the system's language is what is known.
    const { message, hint } = errorText(cause, shownLanguage('system'))
    dialog.showErrorBox(message, hint)
    app.exit(1)
    return null
  }
}

/** Holds the end of the program back until everything is on the disk. */
export function closeBeforeQuit(library: OpenLibrary): void {
  let state: 'open' | 'closing' | 'closed' = 'open'
  app.on('will-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    library.close()
      .catch((cause: unknown) => console.error('the library could not be closed', cause))
      .finally(() => {
        state = 'closed'
        app.quit()
      })
  })
}
