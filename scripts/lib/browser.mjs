import { spawn } from 'node:child_process'

const openers = {
  darwin: (url) => ['open', [url]],
  // the address holds & and the empty string is the window's title: both matter to `start`
  win32: (url) => ['cmd', ['/c', 'start', '""', url.replaceAll('&', '^&')]],
}

/** Opens the address in the default browser; gives up in silence, since the address is printed as well. */
export function openBrowser(url) {
  const [command, args] = (openers[process.platform] ?? ((address) => ['xdg-open', [address]]))(url)
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true })
  child.on('error', () => {})
  child.unref()
}
