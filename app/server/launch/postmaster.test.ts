import { describe, expect, it } from 'vitest'
import { isServerOn, parsePostmasterPid } from './postmaster.mjs'

const note = [
  '4711',
  '/srv/data/postgres',
  '1741730400',
  '39817',
  '',
  '127.0.0.1',
  ' 86313  0',
  'ready   ',
  '',
].join('\n')

describe('parsePostmasterPid', () => {
  it('reads a note', () => {
    const expected = { pid: 4711, directory: '/srv/data/postgres', port: 39817, status: 'ready' }
    expect(parsePostmasterPid(note)).toEqual(expected)
  })

  it('reads the start of one, as a server writes it', () => {
    expect(parsePostmasterPid('4711\n/srv/data/postgres\n')).toEqual({
      pid: 4711,
      directory: '/srv/data/postgres',
      port: null,
      status: '',
    })
  })

  it('knows the number of a single-user server, which is negative', () => {
    expect(parsePostmasterPid('-4711\n/srv/data/postgres\n')?.pid).toBe(4711)
  })

  it.each([undefined, '', '\n', 'what', '0\n'])('takes %j for no note', (text) => {
    expect(parsePostmasterPid(text)).toBeNull()
  })
})

describe('isServerOn', () => {
  it.each([
    ['/opt/bin/postgres -D /srv/data/postgres -p 39817', true],
    ['/opt/bin/postgres -D /srv/data/postgres', true],
    ['/opt/bin/postgres -D /srv/data/postgres-old -p 39817', false],
    ['vi /srv/data/postgres', false],
    ['node app/server/start.mjs', false],
  ])('%s: %s', (command, expected) => {
    expect(isServerOn('/srv/data/postgres', { alive: true, command })).toBe(expected)
  })

  it('needs a living process', () => {
    expect(isServerOn('/d', { alive: false, command: 'postgres -D /d' })).toBe(false)
  })
})
