/** Runs one benchmark: bundles it from the sources, installs the peers it is measured against, and starts it. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const here = import.meta.dirname
const root = path.dirname(here)
const [name = '', ...options] = process.argv.slice(2)
const entry = path.join(here, name, 'index.ts')
if (name === '' || !existsSync(entry)) {
  console.error('usage: npm run bench -- store|search|import [--sizes 1000,10000] [more options: bench/README.md]')
  process.exit(2)
}

const peers = path.join(here, 'peers')
const packages = Object.keys(JSON.parse(readFileSync(path.join(peers, 'package.json'), 'utf8')).dependencies)
/** Compiled where it is installed, which takes minutes: only for the benchmark that uses it. */
const compiled = ['better-sqlite3']

// Below the folder of the peers, so that Node finds them.
const outDir = path.join(peers, '.build', name)
await build({
  root, logLevel: 'warn', configFile: false,
  build: { ssr: entry, outDir, target: 'node20', emptyOutDir: true, rollupOptions: { external: packages } },
})
if (!packages.every((one) => existsSync(path.join(peers, 'node_modules', one)))) npm('install', '--ignore-scripts', '--no-audit', '--no-fund')
for (const one of compiled.filter(isUsed)) if (!existsSync(path.join(peers, 'node_modules', one, 'build', 'Release'))) npm('rebuild', one)
const run = spawnSync(process.execPath, ['--expose-gc', path.join(outDir, 'index.js'), ...options], { stdio: 'inherit' })
process.exit(run.status ?? 1)

/** Whether the bundle imports a package. */
function isUsed(one) {
  return readdirSync(outDir, { recursive: true }).some((file) => file.endsWith('.js') && new RegExp(`["']${one}["']`).test(readFileSync(path.join(outDir, file), 'utf8')))
}

function npm(...words) {
  console.log(`npm ${words.join(' ')} (for the peers; once)`)
  const { status } = spawnSync('npm', words, { cwd: peers, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}
