import type { Attachment } from '#api'
import type { IconName } from '../../../../components/Icon'

const ENDINGS: Record<string, IconName> = {
  xls: 'table', xlsx: 'table', csv: 'table', ods: 'table', et: 'table',
  ppt: 'slides', pptx: 'slides', odp: 'slides', dps: 'slides', key: 'slides',
  zip: 'archive', rar: 'archive', '7z': 'archive', tar: 'archive', gz: 'archive', jingjian: 'archive',
  pdf: 'original', doc: 'original', docx: 'original', odt: 'original', wps: 'original', txt: 'original', md: 'original', rtf: 'original',
  png: 'picture', jpg: 'picture', jpeg: 'picture', gif: 'picture', webp: 'picture', heic: 'picture', tif: 'picture', tiff: 'picture', svg: 'picture',
  mp3: 'sound', m4a: 'sound', wav: 'sound', flac: 'sound', mp4: 'film', mov: 'film', mkv: 'film', avi: 'film', webm: 'film',
}
const FAMILIES: Record<string, IconName> = { image: 'picture', audio: 'sound', video: 'film', text: 'original' }

/** The icon for what the attachment seems to be, by its name's ending and else by what its sender called it. */
export function iconOf({ name, mediaType }: Pick<Attachment, 'name' | 'mediaType'>): IconName {
  return ENDINGS[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? FAMILIES[mediaType.split('/', 1)[0]!] ?? 'file'
}
