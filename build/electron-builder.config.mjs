/**
 * Packages for the three systems. The interface is bundled by Vite, so its libraries are development dependencies and
 * stay out of the archive; what Node loads at run time are the dependencies of package.json.
 *
 * @type {import('electron-builder').Configuration}
 */
export default {
  appId: 'invalid.jingjian.app',
  productName: '镜鉴',
  executableName: 'jingjian',
  copyright: 'MIT, Jingjian contributors',
  // eslint-disable-next-line no-template-curly-in-string -- electron-builder fills these in
  artifactName: 'jingjian-${version}-${os}-${arch}.${ext}',
  directories: { output: 'dist', buildResources: 'build' },

  asar: true,
  npmRebuild: false,
  files: [
    'package.json',
    'out/{main,preload,renderer,reader}/**',
    // The models lie beside the archive; of the recognition, Node loads the programs without `lstm` in their names.
    '!**/node_modules/@tesseract.js-data/**/*.gz',
    '!**/node_modules/tesseract.js/dist/**',
    '!**/node_modules/tesseract.js-core/*{-lstm*,.wasm.js}',
    '!**/*.map',
    '!**/node_modules/@types/**',
    '!**/node_modules/**/*.{d.ts,d.mts,d.cts,ts,mts,cts,flow,markdown,md,tsbuildinfo}',
    '!**/node_modules/**/{test,tests,__tests__,example,examples,docs,bench,benchmark,benchmarks,.github}/**',
  ],
  extraResources: [
    { from: 'resources', to: 'resources' },
    ...['chi_sim', 'chi_tra', 'eng'].map((script) => (
      { from: `node_modules/@tesseract.js-data/${script}/4.0.0_best_int`, to: 'ocr' }
    )),
    { from: 'LICENSE', to: 'LICENSE' },
  ],
  electronLanguages: ['zh-CN', 'zh-TW', 'en-US'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  fileAssociations: [
    {
      ext: 'jingjian',
      name: 'Jingjian bundle',
      description: '镜鉴资料包',
      mimeType: 'application/vnd.jingjian+zip',
      role: 'Editor',
    },
  ],

  linux: {
    target: ['AppImage', 'deb'],
    icon: 'build/icons',
    category: 'Office',
    maintainer: 'Jingjian contributors <maintainers@jingjian.invalid>',
    synopsis: '案例与经验模式的整理、检索、比较与交付',
    desktop: {
      entry: {
        Name: '镜鉴',
        'Name[en]': 'Jingjian',
        'Name[zh_TW]': '鏡鑑',
        Comment: '案例与经验模式的整理、检索、比较与交付',
        'Comment[en]': 'Clean, search, compare and hand over case studies',
        'Comment[zh_TW]': '案例與經驗模式的整理、檢索、比較與交付',
        Keywords: '案例;模式;比较;case;compare;library;',
        StartupWMClass: 'jingjian',
      },
    },
  },
  deb: { packageName: 'jingjian', compression: 'xz' },
  win: { target: ['nsis'], icon: 'build/icon.ico' },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    installerLanguages: ['zh_CN', 'zh_TW', 'en_US'],
    license: 'LICENSE',
  },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    icon: 'build/icon.icns',
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
}
