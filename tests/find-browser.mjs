import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { stopWith } from '../app/server/launch/sentence.mjs'

const programFolders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const elsewhere = {
  darwin: ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: programFolders
    .filter((folder) => folder !== undefined)
    .map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
}

/**
 * A browser for the journeys, as environment: the one that CHROME_PATH names, else one of the system, else the
 * Chromium that comes with the packages, unpacked once with its own libraries. Stops with a sentence when there is none.
 * @param {string} root
 * @returns {Promise<Record<string, string>>}
 */
export async function findBrowser(root) {
  const named = process.env.CHROME_PATH
  if (named) {
    if (runs(named)) return { CHROME_PATH: named }
    throw stopWith(`CHROME_PATH names ${named}, which does not run as a browser: correct or unset it.`)
  }
  const system = systemBrowsers().find((file) => runs(file))
  if (system) return { CHROME_PATH: system }
  const packed = await unpackBrowser(root)
  if (packed?.CHROME_PATH && runs(packed.CHROME_PATH, packed)) return packed
  throw stopWith('The browser tests need Chromium or Google Chrome: install one, or name it in CHROME_PATH.')
}

function systemBrowsers() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...onPath, ...(elsewhere[process.platform] ?? [])].filter((file) => existsSync(file))
}

/**
 * Some systems put a script in the browser's place that only says what to install. Windows browsers do not answer
 * --version.
 * @param {string} file
 * @param {Record<string, string>} [env]
 */
function runs(file, env = {}) {
  if (process.platform === 'win32') return existsSync(file)
  const run = spawnSync(file, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 20_000,
  })
  return run.status === 0 && /\d+\.\d+\.\d+/.test(run.stdout)
}

/**
 * @param {string} root
 * @returns {Promise<Record<string, string> | null>}
 */
async function unpackBrowser(root) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const require = createRequire(path.join(root, 'package.json'))
  const folder = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '..', '..')
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const home = path.join(root, '.cache', `chromium-${version}`)
  if (!existsSync(home)) await unpackInto(home, folder, require)
  const libraries = [path.join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return {
    CHROME_PATH: path.join(home, 'chromium'),
    LD_LIBRARY_PATH: libraries,
    FONTCONFIG_PATH: path.join(home, 'fonts'),
  }
}

// The package's own settings look for its fonts in /tmp and on another system; without any font the browser dies.
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/**
 * The package unpacks into the temporary folder and takes for complete what it finds there, so it gets one of its own.
 * @param {string} home
 * @param {string} folder
 * @param {NodeJS.Require} require
 */
async function unpackInto(home, folder, require) {
  console.log('Unpacking Chromium …')
  const unfinished = `${home}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const { inflate } = require(path.join(folder, 'build', 'cjs', 'lambdafs.cjs'))
  const before = process.env.TMPDIR
  process.env.TMPDIR = unfinished
  try {
    const packs = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(packs.map((pack) => inflate(path.join(folder, 'bin', pack))))
    writeFileSync(path.join(unfinished, 'fonts', 'fonts.conf'), fonts)
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  try {
    renameSync(unfinished, home)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}
