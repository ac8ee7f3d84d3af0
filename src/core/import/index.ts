export { importsFeature } from './feature'
export { loadSampleLibrary, type SampleLibrary } from './sample'
export { nameOfContent } from './duplicates'
