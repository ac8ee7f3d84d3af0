import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export interface PageFile {
  body: Buffer<ArrayBuffer>
  type: string
}

function decodePath(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname)
    return decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').includes('..') ? null : decoded
  } catch {
    return null
  }
}

/**
 * A file of the built interface by its URL path; null where there is none, or where the path or a symbolic link on it
 * leads out of `root`.
 */
export async function readPageFile(root: string, pathname: string): Promise<PageFile | null> {
  const decoded = decodePath(pathname)
  if (decoded === null) return null
  const wanted = join(resolve(root), decoded.endsWith('/') ? `${decoded}index.html` : decoded)
  try {
    const [realRoot, real] = await Promise.all([realpath(root), realpath(wanted)])
    if (!real.startsWith(realRoot + sep) || !(await stat(real)).isFile()) return null
    return { body: await readFile(real) as Buffer<ArrayBuffer>, type: types[extname(real).toLowerCase()] ?? 'application/octet-stream' }
  } catch {
    return null
  }
}
