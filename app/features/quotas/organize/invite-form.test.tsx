import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { InviteForm } from './invite-form.tsx'

it('who is left out is read after the heading that one is led to, and before the button', () => {
  const preview = { print: 'x', people: [], mails: 0 }
  const line = { line: 2, name: 'Lan', email: 'lan@example.org', category: '', what: 'full' } as const
  const page = renderToStaticMarkup(
    <InviteForm refused={{ errors: {}, values: {} }} preview={preview} lines={[line]} locale="vi" />,
  )
  const places = ['id="act-preview"', 'lan@example.org', '</section>'].map((words) => page.indexOf(words))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
})
