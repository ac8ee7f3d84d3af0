import type { ResourcesPort } from '../ports'
import { WordModel } from '../text'

const loaded = new WeakMap<ResourcesPort, Promise<WordModel | null>>()

/** The word frequencies this host carries, read once and only when first needed; null where it carries none. */
export function loadWordModel(resources: ResourcesPort): Promise<WordModel | null> {
  let model = loaded.get(resources)
  if (model === undefined) {
    model = Promise.all([resources.text('word-frequencies.txt'), resources.text('word-pairs.txt')])
      .then(([text, pairs]) => (text === null ? null : WordModel.read(text, pairs)))
    loaded.set(resources, model)
  }
  return model
}
