import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { documentOfPages } from '#core/import/formats/pdf/index'
import { recogniser } from '#node/ocr/index'
import { requireModel } from '#node/ocr/parts'
import { errorRate } from './error-rate'

const fixtures = resolve('test/fixtures/import/ocr')
const pages = [{ file: 'simplified', script: 'chi_sim' }, { file: 'traditional', script: 'chi_tra' }] as const
/** The usual one of a scan; with `--full` those around it too. */
const resolutions = process.argv.includes('--full') ? [150, 200, 300] : [200]
/** Of a program that makes a page. */
const LONGEST_MILLISECONDS = 90_000
const PROGRAMS = ['soffice', 'pdftoppm', 'convert']
/** A page laid on the glass a little askew, with noise and the marks of strong compression. */
const WORN = ['-rotate', '0.7', '-attenuate', '0.3', '+noise', 'Gaussian', '-colorspace', 'Gray', '-quality', '45']

/** Pages set by LibreOffice and rendered at some resolutions, clean and worn: wrong characters, the script found, seconds. */
export async function ocrPart(): Promise<string> {
  for (const { script } of pages) await requireModel(script)
  for (const program of PROGRAMS) if (spawnSync('which', [program]).status !== 0) throw new Error(`the pages are made with ${PROGRAMS.join(', ')}; ${program} is not there`)
  const folder = mkdtempSync(join(tmpdir(), 'jingjian-ocr-'))
  const job = recogniser.start()
  const rows = ['| page | dpi | state | wrong characters | script found | seconds |', '|---|---:|---|---:|---|---:|']
  try {
    for (const { file, script } of pages) {
      copyFileSync(join(fixtures, `${file}.txt`), join(folder, `${file}.txt`))
      execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, `${file}.txt`)], { stdio: 'ignore', timeout: LONGEST_MILLISECONDS })
      const truth = readFileSync(join(fixtures, `${file}.txt`), 'utf8')
      for (const dpi of resolutions) {
        execFileSync('pdftoppm', ['-r', String(dpi), '-gray', '-png', '-singlefile', join(folder, `${file}.pdf`), join(folder, 'clean')])
        execFileSync('convert', [join(folder, 'clean.png'), ...WORN, join(folder, 'worn.jpg')])
        for (const picture of ['clean.png', 'worn.jpg']) {
          const bytes = new Uint8Array(readFileSync(join(folder, picture)))
          const began = performance.now()
          const read = await job.recognise({ bytes, file: picture, kind: 'picture', page: 1, script: 'auto' }, () => undefined)
          const seconds = (performance.now() - began) / 1000
          const wrong = errorRate(truth, documentOfPages([read.page], true).text) * 100
          rows.push(`| ${file} | ${dpi} | ${picture.split('.')[0]} | ${wrong.toFixed(1)} % | ${read.script === script ? 'right' : `wrong: ${read.script}`} | ${seconds.toFixed(1)} |`)
        }
      }
    }
  } finally {
    await job.end()
    rmSync(folder, { recursive: true, force: true })
  }
  return rows.join('\n')
}
