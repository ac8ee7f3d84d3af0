import { nativeTheme } from 'electron'
import type { Preferences } from '#api'

export function applyAppearance(appearance: Preferences['appearance']): void {
  nativeTheme.themeSource = appearance
}

/** The colour of the page before its style sheet is there, so that a window never flashes white. */
export function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#f7f4ee'
}
