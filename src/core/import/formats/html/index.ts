import type { Reader } from '../format'
import { readPage } from './page'

/** A web page that was saved. Nothing of it but words, headings, lists, tables and links of the web is kept, so nothing of it can run. */
export const readHtml: Reader = (bytes, file, { encoding }) => readPage(bytes, file, { wanted: encoding })
