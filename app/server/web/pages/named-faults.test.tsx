import type { ReactElement } from 'react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import { CheckboxField, RadioGroup, SelectField, TextField } from '#app/ui/fields/field.tsx'
import { FormErrors } from '#app/ui/fields/form-errors.tsx'
import { namedFaults } from './named-faults.ts'

overwriteGetLocale(() => 'en')
const list = (...names: string[]) => (
  <FormErrors errors={names.map((name) => ({ name, message: 'Please fill in' }))} />
)
const links = (page: ReactElement, render = renderToStaticMarkup) =>
  [...namedFaults(render(page)).matchAll(/<a(?: href="([^"]*)")? data-field="[^"]*">(.*?)<\/a>/g)].map(
    ([, to, words]) => [to, words],
  )

const options = ['a', 'b'].map((value) => ({ value, label: value }))

it.each([
  ['a line', <TextField key="" label="Full name" name="f" required hint="As in a passport" />, 'Full name'],
  ['a choice', <SelectField key="" label="Kind" name="f" options={options} placeholder="None" />, 'Kind'],
  ['a box', <CheckboxField key="" label="I agree" name="f" hint="Deleted later" />, 'I agree'],
  ['a sentence', <CheckboxField key="" label="I agree to it." name="f" />, 'I agree to it'],
  ['radio buttons', <RadioGroup key="" label="Coming as" name="f" options={options} />, 'Coming as'],
])('names the field of a fault: %s', (_, field, label) => {
  const page = (
    <form>
      {list('f')}
      {field}
    </form>
  )
  expect(links(page)).toEqual([['#field-f', `${label}: Please fill in`]])
  expect(links(page, renderToString)).toEqual([['#field-f', `${label}: Please fill in`]])
})

it('leads boxes of one name to the first, by the words of their group', () => {
  const page = (
    <form>
      {list('hosts')}
      <fieldset>
        <legend>Hosts</legend>
        <CheckboxField label="VFDA" name="hosts" value="vfda" />
        <CheckboxField label="AVIFF" name="hosts" value="aviff" />
      </fieldset>
    </form>
  )
  expect(links(page)).toEqual([['#field-hosts-vfda', 'Hosts: Please fill in']])
})

it('finds a field without an id by its name, and gives it one', () => {
  const page = (
    <form>
      {list('person')}
      <input type="hidden" name="person" value="x" />
      <input name="person" aria-label="Name of a person" />
    </form>
  )
  expect(links(page)).toEqual([['#field-person', 'Name of a person: Please fill in']])
  expect(namedFaults(renderToStaticMarkup(page))).toContain('<input id="field-person" name="person"')
})

it('leads nowhere where no field is in sight, and never into another form', () => {
  const page = (
    <>
      <form>
        {list('revision', 'email')}
        <input type="hidden" name="revision" id="field-revision" />
      </form>
      <form>
        <TextField label="Email" name="email" />
      </form>
    </>
  )
  expect(links(page)).toEqual([
    [undefined, 'Please fill in'],
    [undefined, 'Please fill in'],
  ])
})

it('puts the focus on the list, and leaves a page without one as it is', () => {
  expect(namedFaults(renderToStaticMarkup(list('f')))).toContain(
    '<div autofocus="" class="form-errors" role="alert" tabindex="-1">',
  )
  const page = renderToStaticMarkup(<TextField label="Email" name="email" />)
  expect(namedFaults(page)).toBe(page)
})
