import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { say } from './messages.mjs'
import { run } from './project.mjs'

/** A program on the path. */
function onPath(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

const hasChineseFont = () => spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim().length > 0
const hasOffice = (module) => ['/usr/lib/libreoffice/program', '/opt/libreoffice/program'].some((folder) => existsSync(`${folder}/${module}`))

/** What the tests use beyond npm's packages: a browser, Chinese fonts, and readers for the exported files. */
const needed = [
  { name: 'chromium', there: () => onPath('chromium') || Boolean(process.env.CHROMIUM_PATH) },
  { name: 'fonts-noto-cjk', there: hasChineseFont },
  { name: 'libreoffice-impress', there: () => hasOffice('libsdlo.so') || (process.platform !== 'linux' && onPath('soffice')) },
  { name: 'libreoffice-writer', there: () => hasOffice('libswlo.so') || (process.platform !== 'linux' && onPath('soffice')) },
  { name: 'poppler-utils', there: () => onPath('pdftoppm') },
]

/** Installs through apt what is missing, where that is allowed; elsewhere says what to install. Tests then fail by themselves. */
export async function ensureSystemPackages() {
  const missing = needed.filter((tool) => !tool.there()).map((tool) => tool.name)
  if (missing.length === 0) return
  const list = missing.join(' ')
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    console.error(say.needTools(list))
    return
  }
  console.log(say.installingTools(list))
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  if (code !== 0) console.error(say.toolsFailed)
}
