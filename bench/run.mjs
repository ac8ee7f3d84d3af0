/** Runs one benchmark: bundles it from the sources, installs the peers it is measured against, and starts it. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
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
if (!packages.every((name) => existsSync(path.join(peers, 'node_modules', name)))) {
  const install = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'inherit', shell: process.platform === 'win32' })
  if (install.status !== 0) process.exit(install.status ?? 1)
}

// Below the folder of the peers, so that Node finds them.
const outDir = path.join(peers, '.build', name)
await build({
  root, logLevel: 'warn', configFile: false,
  build: { ssr: entry, outDir, target: 'node20', emptyOutDir: true, rollupOptions: { external: packages } },
})
const run = spawnSync(process.execPath, ['--expose-gc', path.join(outDir, 'index.js'), ...options], { stdio: 'inherit' })
process.exit(run.status ?? 1)
