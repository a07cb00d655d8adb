import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, it, test } from 'vitest'
import { getLocale, overwriteGetLocale } from '#app/paraglide/runtime.js'
import { nameLanguage } from './name-language.ts'
import { PersonName } from './person-name.tsx'

const before = getLocale
afterEach(() => overwriteGetLocale(before))

test.each([
  ['Đặng Hoàng Giang', 'vi'],
  ['ĐẶNG HOÀNG GIANG', 'vi'],
  ['Nguyễn Anh Tuấn'.normalize('NFD'), 'vi'],
  ['Ngô Phương Lan', 'vi'],
  ['Tạ Quỳnh Giao', 'vi'],
  ['Michael Dukakis', undefined],
  ['José Ángel Peña', undefined],
  ['Zoë Šarić', undefined],
  ['Hélène Cariou', undefined],
  ['Mars', undefined],
])('%s is read in %s', (name, lang) => {
  expect(nameLanguage(name)).toBe(lang)
})

it('says the language of a Vietnamese name on an English page only', () => {
  const html = () => renderToStaticMarkup(<PersonName name="Đặng Hoàng Giang" honorific="Ambassador" />)
  overwriteGetLocale(() => 'en')
  expect(html()).toContain('Ambassador <span translate="no" lang="vi">')
  overwriteGetLocale(() => 'vi')
  expect(html()).not.toContain('lang=')
})
