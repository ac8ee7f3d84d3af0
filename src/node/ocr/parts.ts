import { createRequire } from 'node:module'
import path from 'node:path'
import { AppError, OcrScript } from '#api'
import { isThere } from '../disk'
import { programRoot } from '../resources'

const MODEL = '4.0.0_best_int'

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

/** @throws AppError OCR_UNAVAILABLE that names what is missing. */
export async function requireModel(script: OcrScript): Promise<string> {
  if (engineScript() === undefined) throw new AppError('OCR_UNAVAILABLE', { detail: 'tesseract.js' })
  const folder = await modelFolder(script)
  if (folder === undefined) throw new AppError('OCR_UNAVAILABLE', { detail: modelFile(script) })
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
