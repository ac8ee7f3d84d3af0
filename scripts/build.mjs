import { existsSync } from 'node:fs'
import path from 'node:path'
import { root, runNode } from './lib/project.mjs'
import { noteBuild, sourcesDigest } from './lib/sources.mjs'

const electronVite = 'node_modules/electron-vite/bin/electron-vite.js'
const vite = 'node_modules/vite/bin/vite.js'
const readerConfig = 'reader.vite.config.ts'

async function step(args) {
  const code = await runNode(args)
  if (code !== 0) process.exit(code)
}

// Taken before the build: a file saved while it runs must make the next one build again.
const digest = sourcesDigest()
await step([electronVite, 'build', '--logLevel', 'warn'])
if (existsSync(path.join(root, readerConfig))) await step([vite, 'build', '--config', readerConfig, '--logLevel', 'warn'])
noteBuild(digest)
