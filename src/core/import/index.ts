export { importsFeature } from './feature'
export { loadSampleLibrary, type SampleLibrary } from './sample'
export { KnownTexts, nameOfContent, textKeys } from './duplicates'
