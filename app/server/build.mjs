import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { stampOf, writeStamp } from './launch/freshness.mjs'
import { sentenceFor, stopWith } from './launch/sentence.mjs'

/**
 * Builds the program into build/, and leaves there from which sources.
 * @param {string} root
 */
export async function build(root) {
  const stamp = stampOf(root)
  rmSync(path.join(root, 'build', 'stamp'), { force: true })
  const require = createRequire(path.join(root, 'package.json'))
  const remix = path.join(path.dirname(require.resolve('@remix-run/dev/package.json')), 'dist', 'cli.js')
  const { status, words } = await run(process.execPath, [remix, 'vite:build'], root)
  if (status !== 0) {
    process.stderr.write(words)
    throw stopWith('The build failed: see the words above.')
  }
  writeStamp(root, stamp)
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<{ status: number | null, words: Buffer }>}
 */
function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NODE_ENV: 'production' },
      windowsHide: true,
    })
    /** @type {Buffer[]} */
    const words = []
    child.stdout.on('data', (part) => words.push(part))
    child.stderr.on('data', (part) => words.push(part))
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, words: Buffer.concat(words) }))
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await build(fileURLToPath(new URL('../../', import.meta.url)))
  } catch (error) {
    console.error(sentenceFor(error))
    process.exitCode = 1
  }
}
