import { expect, test, vi } from 'vitest'
import { openSecret, sealSecret } from './seal.server.ts'

vi.stubEnv('DATABASE_URL', 'postgres://unused.invalid/unused')

test('a sealed secret opens again and never looks the same twice', () => {
  const plain = JSON.stringify({ code: '012345', link: 'đường dẫn' })
  const sealed = sealSecret(plain)
  expect(openSecret(sealed)).toBe(plain)
  expect(sealed).not.toContain('012345')
  expect(sealSecret(plain)).not.toBe(sealed)
})

test('a secret that was touched or cut does not open', () => {
  const sealed = sealSecret('012345')
  const touched = (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1)
  expect(() => openSecret(touched)).toThrow()
  expect(() => openSecret(sealed.slice(0, 20))).toThrow()
})
