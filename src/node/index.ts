export { configurationDirectory } from './device'
export { defaultLibraryDirectory } from './layout'
export { holdsLibrary, openLibrary, type OpenLibrary, type OpenOptions } from './library'
