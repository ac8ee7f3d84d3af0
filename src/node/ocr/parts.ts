import { promises as fs } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { AppError, OcrScript } from '#api'
import { isThere } from '../disk'
import { programRoot } from '../resources'

const MODEL = '4.0.0_best_int'
/** A model begins with how many parts it has; there are two dozen kinds of them. */
const MOST_PARTS = 64

/** The folder that holds the model of a script: packed beside the archive, else in the package it comes from; undefined where it is in neither. */
export async function modelFolder(script: OcrScript): Promise<string | undefined> {
  const { resourcesPath } = process as { resourcesPath?: string }
  const root = await programRoot()
  const folders = [
    ...(resourcesPath === undefined ? [] : [path.join(resourcesPath, 'ocr')]),
    ...(root === undefined ? [] : [path.join(root, 'node_modules', '@tesseract.js-data', script, MODEL)]),
  ]
  for (const folder of folders) if (await isThere(path.join(folder, modelFile(script)))) return folder
  return undefined
}

/** What can be recognised here: the models that are there. */
export async function availableScripts(): Promise<OcrScript[]> {
  if (engineScript() === undefined) return []
  const there = await Promise.all(OcrScript.options.map(async (script) => await modelFolder(script) !== undefined))
  return OcrScript.options.filter((_, index) => there[index])
}

/**
 * The folder of a model that can be read: the library ends the program over one that cannot.
 * @throws AppError OCR_UNAVAILABLE that names what is missing or damaged.
 */
export async function requireModel(script: OcrScript): Promise<string> {
  if (engineScript() === undefined) throw new AppError('OCR_UNAVAILABLE', { detail: 'tesseract.js' })
  const folder = await modelFolder(script)
  if (folder === undefined || !await isModel(path.join(folder, modelFile(script)))) throw new AppError('OCR_UNAVAILABLE', { detail: modelFile(script) })
  return folder
}

/** The thread of the library, which would end the program were it not there. */
function engineScript(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('tesseract.js/src/worker-script/node/index.js')
  } catch {
    return undefined
  }
}

function modelFile(script: OcrScript): string {
  return `${script}.traineddata.gz`
}

/** Unpacking it goes by its checksum, so that every damage is found. */
async function isModel(file: string): Promise<boolean> {
  try {
    const model = await promisify(gunzip)(await fs.readFile(file))
    const parts = model.readInt32LE(0)
    return parts > 0 && parts <= MOST_PARTS
  } catch {
    return false
  }
}
