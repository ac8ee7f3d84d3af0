/** Finds the application like Electron does, `boot.mjs [switches] FOLDER|FILE [arguments]`, and runs its main script. */
import { readFileSync, statSync } from 'node:fs'
import Module from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const given = process.argv.slice(2)
const target = resolve(given.find((argument) => !argument.startsWith('-')) ?? '.')
const isFolder = statSync(target).isDirectory()
process.env.DOUBLE_APPLICATION = isFolder ? target : dirname(target)
const main = isFolder ? join(target, JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')).main) : target

process.argv = [process.argv[0], ...given]
process.type = 'browser'
process.resourcesPath = join(process.env.DOUBLE_APPLICATION, 'resources')

const electron = await import('electron')
// Playwright reaches the program's objects by require('electron') in the inspector.
const load = Module._load
Module._load = (name, ...rest) => (name === 'electron' ? electron.default : load(name, ...rest))

await import(pathToFileURL(main).href)
const { appObject } = await import('./app.mjs')
await appObject.codeLoaded()
