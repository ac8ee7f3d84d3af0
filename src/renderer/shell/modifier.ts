/** How the key of shortcuts is written on this platform. */
export const modifier = /mac/i.test(navigator.platform) ? '⌘' : 'Ctrl '
