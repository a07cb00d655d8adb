import { describe, expect, test } from 'vitest'
import { codeNames, codesIn } from './named-codes.ts'

describe('countries and languages as they are typed', () => {
  test.each([
    ['region', 'Việt Nam, Hàn Quốc', ['VN', 'KR']],
    ['region', 'viet nam / France', ['VN', 'FR']],
    ['region', 'vn; KR | South Korea', ['VN', 'KR']],
    ['language', 'Tiếng Việt, Korean', ['vi', 'ko']],
    ['language', 'Hàn, zh', ['ko', 'zh']],
    ['language', '', []],
  ] as const)('%s: %s', (kind, line, codes) => {
    expect(codesIn(kind, line)).toEqual({ codes, unknown: null })
  })

  test('what means nothing is named', () => {
    expect(codesIn('region', 'Việt Nam, Atlantis').unknown).toBe('Atlantis')
    expect(codesIn('region', 'QQ').unknown).toBe('QQ')
    expect(codesIn('language', 'Klingonisch').unknown).toBe('Klingonisch')
  })

  test.each(['vi', 'en'] as const)('what is shown in %s is read again', (locale) => {
    const regions = ['VN', 'KR', 'KG', 'CN', 'TW', 'US', 'GB', 'CZ']
    expect(codesIn('region', codeNames('region', regions, locale)).codes).toEqual(regions)
    const spoken = ['vi', 'ko', 'ky', 'zh', 'en', 'fa', 'kk']
    expect(codesIn('language', codeNames('language', spoken, locale)).codes).toEqual(spoken)
  })
})
