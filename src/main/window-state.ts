import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, screen, type BrowserWindow, type Rectangle } from 'electron'
import * as z from 'zod'

const StateSchema = z.object({
  bounds: z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int().positive(), height: z.number().int().positive() }),
  maximized: z.boolean(),
})
type State = z.infer<typeof StateSchema>

const file = (): string => join(app.getPath('userData'), 'window.json')

/** A screen may be gone since: then the position is dropped and the size is kept. */
function isOnScreen({ x, y, width, height }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) =>
    x < workArea.x + workArea.width && x + width > workArea.x && y < workArea.y + workArea.height && y + height > workArea.y)
}

export interface RememberedWindow {
  size: { width: number; height: number }
  position: { x: number; y: number } | undefined
  maximized: boolean
}

/** Size and place of the window when it was last closed; undefined at the first start. */
export function rememberedWindow(): RememberedWindow | undefined {
  try {
    const { bounds, maximized } = StateSchema.parse(JSON.parse(readFileSync(file(), 'utf8')))
    const { x, y, width, height } = bounds
    return { size: { width, height }, position: isOnScreen(bounds) ? { x, y } : undefined, maximized }
  } catch {
    return undefined
  }
}

/** Writes size and place when the window closes. */
export function rememberWindow(window: BrowserWindow): void {
  window.on('close', () => {
    const state: State = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeFileSync(file(), JSON.stringify(state))
    } catch (cause) {
      console.error('the place of the window could not be kept', cause)
    }
  })
}
