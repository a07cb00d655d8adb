import { describe, expect, it } from 'vitest'
import { sentenceForLog } from './cluster.mjs'
import { modeAllows } from './placement.mjs'
import { inDataDir, sentenceFor, stopWith } from './sentence.mjs'
import { parseTask } from './task.mjs'

describe('sentenceFor', () => {
  it('says sentences and shows the stack of bugs', () => {
    expect(sentenceFor(stopWith('Port 3000 is in use.'))).toBe('Port 3000 is in use.')
    expect(sentenceFor(new Error('Wrong environment: PORT must be a number.'))).toBe(
      'Wrong environment: PORT must be a number.',
    )
    expect(sentenceFor(new TypeError('x is not a function'))).toContain('terminal.test.ts')
    expect(sentenceFor('text')).toBe('text')
  })
})

describe('inDataDir', () => {
  it.each([
    ['ENOSPC', 'write', 'has no space left'],
    ['EROFS', 'open', 'read-only'],
    ['EACCES', 'mkdir', 'cannot be written by this user'],
    ['ENOENT', 'mkdir', 'cannot be written by this user'],
    ['ENOTDIR', 'mkdir', 'is not a folder'],
  ])('turns %s into a sentence', async (code, syscall, words) => {
    const fail = () => Promise.reject(Object.assign(new Error(code), { code, syscall }))
    await expect(inDataDir('/d', fail)).rejects.toThrow(words)
  })

  it('leaves other errors alone', async () => {
    await expect(inDataDir('/d', () => Promise.reject(new TypeError('bug')))).rejects.toThrow(TypeError)
  })
})

describe('parseTask', () => {
  it.each([
    [[], { name: 'start', force: false }],
    [['--dev'], { name: 'dev', force: false }],
    [['--backup'], { name: 'backup', force: false }],
    [['--backup', 'x.gz'], { name: 'backup', file: 'x.gz', force: false }],
    [['--restore', '--force', 'x.gz'], { name: 'restore', file: 'x.gz', force: true }],
  ])('%j', (words, task) => {
    expect(parseTask(words)).toEqual(task)
  })
  it.each([[['--restore']], [['--nonsense']], [['--seed', 'x']], [['--dev', '--worker']]])(
    'refuses %j',
    (words) => {
      expect(() => parseTask(words)).toThrow(/\.$/)
    },
  )
})

describe('modeAllows', () => {
  const stats = { uid: 0, gid: 0, mode: 0o40700 }
  const nobody = { uid: 65534, gid: 65534 }
  it.each([
    ['a closed home', stats, nobody, false],
    ['a home that may be entered', { ...stats, mode: 0o40711 }, nobody, true],
    ['a folder of the group', { ...stats, gid: 65534, mode: 0o40710 }, nobody, true],
    ['a folder that only keeps its group out', { ...stats, gid: 65534, mode: 0o40701 }, nobody, false],
    ['the own home', { ...stats, uid: 65534 }, nobody, true],
  ])('%s', (_, folder, ids, expected) => {
    expect(modeAllows(folder, ids, 1)).toBe(expected)
  })
})

describe('sentenceForLog', () => {
  it.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'There is no space left'],
    ['initdb: error: could not look up effective user ID 1000: user does not exist', '/etc/passwd'],
    [
      'x/postgres: error while loading shared libraries: libxml2.so.2: cannot open',
      'library libxml2.so.2: install',
    ],
    ['LOG:  a\nFATAL:  something new\nLOG:  b', 'It said: FATAL:  something new'],
    ['', 'It said: nothing'],
  ])('%j', (log, words) => {
    expect(sentenceForLog(log, '/d')).toContain(words)
  })
})
