import { nativeTheme } from 'electron'
import type { Preferences } from '#api'

export function applyAppearance(appearance: Preferences['appearance']): void {
  nativeTheme.themeSource = appearance
}

/** The page's own `paper`, shown before its style sheet is there, so that a window never flashes white. */
export function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#1d1d1c' : '#fbf8f1'
}
