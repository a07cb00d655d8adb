import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import { Translated } from '../texts/translated.tsx'
import { CheckboxField, RadioGroup, SelectField, TextField } from './field.tsx'
import { FormErrors } from './form-errors.tsx'

overwriteGetLocale(() => 'vi')
const html = (element: ReactElement) => renderToStaticMarkup(element)

it('ties a field to its label, hint and error, and says in words that it is required', () => {
  const field = html(
    <TextField label="Email" name="a.email" required hint="gợi ý" error="sai" inputMode="email" />,
  )
  expect(field).toContain('<label class="field-label" for="field-a-email">')
  expect(field).toContain('(bắt buộc)')
  expect(field).toContain('aria-describedby="field-a-email-hint field-a-email-error" aria-invalid="true"')
  expect(field).toContain('id="field-a-email-error"')
  expect(field).toContain('inputMode="email"')
})

it('describes nothing where there is nothing to say', () => {
  expect(html(<TextField label="Tên" name="name" />)).not.toMatch(/aria-|required/)
})

it('chooses the given radio and gives every choice its own id', () => {
  const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
  const group = html(<RadioGroup label="Diện" name="cat" options={options} defaultValue="b" />)
  const ids = [...group.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids).toEqual(['field-cat', 'field-cat-b', 'field-cat-c'])
  expect(group.match(/checked=""/g)).toHaveLength(1)
})

it('tells boxes of one name apart by their value', () => {
  expect(html(<CheckboxField label="VFDA" name="host" value="vfda" />)).toContain('id="field-host-vfda"')
})

it('links each error to its field, and shows nothing without errors', () => {
  const summary = html(
    <FormErrors errors={[{ name: 'email', message: 'Nhập email' }, { message: 'Quá hạn' }]} />,
  )
  expect(summary).toContain('<a href="#field-email" data-field="email">Nhập email</a>')
  expect(summary).toContain('<li>Quá hạn</li>')
  expect(summary).toContain('role="alert" tabindex="-1"')
  expect(html(<FormErrors errors={[]} />)).toBe('')
})

it('names the language of a text that falls back, and only then', () => {
  expect(html(<Translated value={{ en: 'Only English' }} as="h1" />)).toBe('<h1 lang="en">Only English</h1>')
  expect(html(<Translated value={{ vi: 'Có', en: 'Yes' }} />)).toBe('<span>Có</span>')
})

it('a choice offers its options, and groups of them below', () => {
  const choice = html(
    <SelectField name="what" label="What" placeholder="None" options={[{ value: 'a', label: 'A' }]}>
      <optgroup label="More">
        <option value="b">B</option>
      </optgroup>
    </SelectField>,
  )
  expect([...choice.matchAll(/<option value="(.*?)"/g)].map(([, value]) => value)).toEqual(['', 'a', 'b'])
  expect(choice).toContain('<optgroup label="More">')
})
