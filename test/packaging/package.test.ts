import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { build, type LinuxPackager, Platform } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import config from '../../build/electron-builder.config.mjs'
import { writeElectronStub } from './stub'

const root = resolve(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
const { version } = require('electron/package.json') as { version: string }
const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
  validateConfiguration(config: object, debug: { isEnabled: boolean }): Promise<void>
}
const { LinuxTargetHelper } = require('app-builder-lib/out/targets/LinuxTargetHelper.js') as {
  LinuxTargetHelper: new (packager: LinuxPackager) => {
    computeDesktopEntry(options: object, exec?: string): Promise<string>
    mimeTypeFiles: Promise<string | null>
    icons: Promise<{ file: string; size: number }[]>
  }
}

const folder = mkdtempSync(join(tmpdir(), 'jingjian-package-'))
const unpacked = join(folder, 'dist/linux-unpacked')
const archive = join(unpacked, 'resources/app.asar')
const desktop = { entry: '', mime: '', iconSizes: [] as number[] }

beforeAll(async () => {
  if (!existsSync(join(root, 'out/main/index.js'))) throw new Error('nothing is built: run `npm run build` first')
  writeElectronStub(join(folder, 'electron'), version)
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      ...config,
      electronDist: join(folder, 'electron'),
      directories: { ...config.directories, output: join(folder, 'dist') },
      async afterPack({ packager }) {
        const linux = packager as LinuxPackager
        const helper = new LinuxTargetHelper(linux)
        desktop.entry = await helper.computeDesktopEntry(linux.platformSpecificBuildOptions)
        const mimeFile = await helper.mimeTypeFiles
        desktop.mime = mimeFile === null ? '' : readFileSync(mimeFile, 'utf8')
        desktop.iconSizes = (await helper.icons).map((icon) => icon.size)
      },
    },
  })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const archived = () => listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/').slice(1))
const topOf = (below: string) =>
  [...new Set(archived().filter((file) => file.startsWith(below)).map((file) => file.slice(below.length).split('/')[0]))].sort()

/** The packages that package-lock.json marks as needed at run time, as name@version: the packer nests them its own way. */
function runtimePackages(): Set<string> {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: boolean; version?: string }> }
  return new Set(Object.entries(lock.packages)
    .filter(([place, entry]) => place !== '' && entry.dev !== true)
    .map(([place, entry]) => `${place.split('node_modules/').at(-1)}@${entry.version}`))
}

describe('the archive', () => {
  test('holds the built hosts, the interface and what they load, and nothing else', () => {
    expect(topOf('')).toEqual(['node_modules', 'out', 'package.json'])
    expect(topOf('out/')).toEqual(['main', 'preload', 'reader', 'renderer'])
    for (const file of ['out/main/index.js', 'out/main/web.js', 'out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html', 'out/reader/index.html']) {
      expect(archived()).toContain(file)
    }
  })

  test('has only packages that are needed at run time', () => {
    const manifests = archived().filter((file) => /node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(file))
    const packed = manifests.map((file) => file.slice(0, -'/package.json'.length))
    const wanted = runtimePackages()
    const versionOf = (place: string) => (JSON.parse(extractFile(archive, `${place}/package.json`).toString()) as { version: string }).version
    expect(packed.map((place) => `${place.split('node_modules/').at(-1)}@${versionOf(place)}`).filter((name) => !wanted.has(name))).toEqual([])
    const direct = Object.keys((require('../../package.json') as { dependencies: Record<string, string> }).dependencies)
    expect(direct.filter((name) => !packed.includes(`node_modules/${name}`))).toEqual([])
  })

  test('has no sources, maps, tests or settings', () => {
    expect(archived().filter((file) => /\.(tsx?|mts|cts|map|md|tsbuildinfo)$|\/(tests?|__tests__)\/|\.env/.test(file))).toEqual([])
  })

  test('starts the host that was built', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>
    expect(manifest).toMatchObject({ name: 'jingjian', productName: '镜鉴', main: 'out/main/index.js' })
    expect(manifest).not.toHaveProperty('devDependencies')
  })

  test('stays small', () => {
    const megabytes = statSync(archive).size / 2 ** 20
    console.log(`app.asar: ${megabytes.toFixed(1)} MB, ${archived().length} entries`)
    expect(megabytes).toBeLessThan(40)
  })
})

describe('beside the archive', () => {
  test('lie the files that ship with the program', () => {
    const shipped = readdirSync(join(root, 'resources')).sort()
    expect(readdirSync(join(unpacked, 'resources/resources')).sort()).toEqual(shipped)
    expect(readFileSync(join(unpacked, 'resources/LICENSE'), 'utf8')).toContain('MIT License')
  })

  test('are Chinese and English locales only', () => {
    expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak', 'zh-TW.pak'])
  })

  test('is an executable whose fuses are set', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'jingjian'))
    const isOn = (fuse: FuseV1Options) => String.fromCharCode(Number(wire[fuse])) === '1'
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      nodeInspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      fileProtocolPrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeInspect: false,
      asarIntegrity: true,
      onlyAsar: true,
      fileProtocolPrivileges: false,
    })
  })
})

describe('the desktop', () => {
  test('shows the program under its names and opens bundles with it', () => {
    expect(desktop.entry).toMatch(/^Name=镜鉴$/m)
    expect(desktop.entry).toMatch(/^Name\[en\]=Jingjian$/m)
    expect(desktop.entry).toMatch(/^Exec=.*jingjian.* %U$/m)
    expect(desktop.entry).toMatch(/^MimeType=application\/vnd\.jingjian\+zip;$/m)
    expect(desktop.entry).toMatch(/^Categories=Office;$/m)
    expect(desktop.mime).toContain('<mime-type type="application/vnd.jingjian+zip">')
    expect(desktop.mime).toContain('<glob pattern="*.jingjian"/>')
  })

  test('has an icon for each size', () => {
    expect(desktop.iconSizes.sort((a, b) => a - b)).toEqual([16, 24, 32, 48, 64, 128, 256, 512, 1024])
  })
})

describe('the configuration', () => {
  test('is valid for all systems', async () => {
    await expect(validateConfiguration(config, { isEnabled: false })).resolves.toBeUndefined()
    await expect(validateConfiguration({ ...config, win: { iconn: 'x' } }, { isEnabled: false })).rejects.toThrow(/configuration\.win/)
  })

  test('names deb, AppImage, NSIS and dmg, each with its icon', () => {
    expect(config.linux?.target).toEqual(['AppImage', 'deb'])
    expect(config.win?.target).toEqual(['nsis'])
    expect(config.mac?.target).toEqual([{ target: 'dmg', arch: ['x64', 'arm64'] }])
    for (const icon of [config.win?.icon, config.mac?.icon]) expect(existsSync(join(root, String(icon)))).toBe(true)
  })
})
