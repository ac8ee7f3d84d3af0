/** What the scripts say, in Chinese or English, by the language of the system. Chinese where that is unknown. */

const texts = {
  zh: {
    nodeTooOld: (have) => `镜鉴需要 Node.js 20.20 或更新的版本，当前是 ${have}。请从 https://nodejs.org 安装新版本后再试。`,
    installing: '正在安装依赖（npm ci，首次约需一分钟）……',
    installFailed: '依赖没有装好。请检查网络，或用 npm config set registry 换一个 npm 镜像，然后重试。',
    building: '正在构建……',
    buildFailed: '构建失败，原因见上。',
    downloading: '正在下载 Electron……',
    noElectron: '没有取得 Electron，改在浏览器中打开；要用桌面窗口，可把 ELECTRON_MIRROR 设为就近的 Electron 镜像地址后再运行。',
    electronFailed: (code) => `Electron 没有启动成功（退出码 ${code}），改在浏览器中打开。`,
    noDisplay: '这里没有图形界面，改为在本机地址上提供服务。',
    ready: (seconds) => `已就绪，用时 ${seconds} 秒。按 Ctrl+C 退出。`,
    stopped: '已退出。',
    needTools: (list) => `完整的测试还需要：${list}。请先安装它们（Debian/Ubuntu：sudo apt-get install ${list}）。`,
    installingTools: (list) => `正在安装测试所需的系统软件包：${list}`,
    toolsFailed: '系统软件包没有装好，依赖它们的测试会失败。',
    suite: (name) => `\n—— ${name} ——`,
    crashed: (name, code) => `${name}：没有跑完（退出码 ${code}），计为失败。`,
    notRun: (name) => `${name}：因构建失败而无法运行，计为失败。`,
    skipped: '跳过的测试：',
  },
  en: {
    nodeTooOld: (have) => `Jingjian needs Node.js 20.20 or newer; this is ${have}. Install a newer one from https://nodejs.org and try again.`,
    installing: 'Installing dependencies (npm ci; about a minute the first time)…',
    installFailed: 'The dependencies could not be installed. Check the network, or set another npm mirror with npm config set registry.',
    building: 'Building…',
    buildFailed: 'The build failed; the reason is above.',
    downloading: 'Downloading Electron…',
    noElectron: 'Electron could not be had, so the app opens in the browser; for a desktop window set ELECTRON_MIRROR to a mirror of its releases near you and start again.',
    electronFailed: (code) => `Electron did not start (exit code ${code}), so the app opens in the browser.`,
    noDisplay: 'There is no display here, so the app is served on a local address.',
    ready: (seconds) => `Ready after ${seconds} s. Ctrl+C quits.`,
    stopped: 'Stopped.',
    needTools: (list) => `The whole test run also needs: ${list}. Install them first (Debian/Ubuntu: sudo apt-get install ${list}).`,
    installingTools: (list) => `Installing system packages for the tests: ${list}`,
    toolsFailed: 'The system packages could not be installed; tests that need them will fail.',
    suite: (name) => `\n-- ${name} --`,
    crashed: (name, code) => `${name}: did not finish (exit code ${code}), counted as failed.`,
    notRun: (name) => `${name}: cannot run because the build failed, counted as failed.`,
    skipped: 'Skipped tests:',
  },
}

/** 'zh' or 'en'. Only Windows and macOS are asked for their own setting: elsewhere an unset LANG says nothing. */
export function systemLanguage(env = process.env, platform = process.platform) {
  const set = env.LC_ALL || env.LC_MESSAGES || env.LANG
  const asked = platform === 'win32' || platform === 'darwin' ? Intl.DateTimeFormat().resolvedOptions().locale : ''
  return /^en\b|^en_/i.test(set || asked) ? 'en' : 'zh'
}

export const say = texts[systemLanguage()]
