export { checkAttachments, HARMLESS } from './check'
export { Contents } from './contents'
export { attachmentsFeature } from './feature'
export { referencedBy, removeUnreferenced } from './references'
