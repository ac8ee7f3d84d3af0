import type { ResourcesPort } from '../ports'
import { WordModel } from '../text'

const loaded = new WeakMap<ResourcesPort, Promise<WordModel | null>>()

/** The word frequencies this host carries, read once and only when first needed; null where it carries none. */
export function loadWordModel(resources: ResourcesPort): Promise<WordModel | null> {
  let model = loaded.get(resources)
  if (model === undefined) {
    model = resources.text('word-frequencies.txt').then((text) => (text === null ? null : WordModel.read(text)))
    loaded.set(resources, model)
  }
  return model
}
