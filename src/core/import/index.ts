export { hasReader, textOfFile } from './file-text'
export { importsFeature } from './feature'
export { loadSampleLibrary, type SampleLibrary } from './sample'
export { KnownTexts, nameOfContent, textKeys } from './duplicates'
