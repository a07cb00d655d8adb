import { describe, expect, it } from 'vitest'
import { parseEnv } from './env.server.ts'

const given = {
  DATABASE_URL: 'postgres://nobody@localhost/none',
  SESSION_SECRET: 'a secret of more than thirty-two characters',
}

describe('the environment', () => {
  it('is complete by its defaults', () => {
    expect(parseEnv({ ...given, PORT: '4000', APP_URL: '' })).toMatchObject({
      PORT: 4000,
      APP_URL: 'http://localhost:4000',
      WORKER: 'on',
      MAIL_FROM: 'Bàn Tròn <ban-tron@ban-tron.localhost.invalid>',
    })
    expect(parseEnv(given)).toMatchObject({ PORT: 3000, APP_URL: 'http://localhost:3000' })
    expect(parseEnv({ ...given, APP_URL: 'https://a.example.org/' }).APP_URL).toBe('https://a.example.org')
  })

  it.each([
    ['PORT', 'abc', 'PORT must be a port number, 0 to 65535'],
    ['PORT', '70000', 'PORT must be a port number, 0 to 65535'],
    ['APP_URL', 'events.example.org', 'APP_URL must look like https://events.example.org'],
    ['APP_URL', 'https://example.org/events', 'APP_URL must be an origin without a path'],
    ['APP_URL', 'https://me:word@example.org', 'APP_URL must be an origin without a path'],
    ['WORKER', 'maybe', 'WORKER must be one of on, off'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, '],
    ['TRUST_PROXY', 'yes', 'TRUST_PROXY must be a number of proxies'],
    ['SMTP_URL', 'mail:25', 'SMTP_URL must look like smtp://'],
  ])('refuses %s=%s with a sentence', (name, value, sentence) => {
    expect(() => parseEnv({ ...given, [name]: value })).toThrow(`Wrong environment: ${sentence}`)
  })
})
