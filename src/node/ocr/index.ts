import type { OcrPort } from '#core/ports'
import { RecognitionJob } from './job'
import { availableScripts } from './parts'

/** Recognises text with tesseract.js, each script in a thread of its own, from models on the disk. */
export const recogniser: OcrPort = {
  scripts: availableScripts,
  start: () => new RecognitionJob(),
}
