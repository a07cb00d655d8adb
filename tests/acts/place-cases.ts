import type { ActionFunctionArgs } from '@remix-run/node'
import { fingerprintOf } from '#app/features/acts/domain/act-preview.ts'
import * as cityPage from '#app/features/cities/organize/city-page.tsx'
import { action as removeCity } from '#app/features/cities/organize/city-removal.ts'
import * as componentPage from '#app/features/indices/organize/component-page.tsx'
import { action as removeComponent } from '#app/features/indices/organize/component-removal.ts'
import { action as importTable } from '#app/features/indices/organize/edition-import.tsx'
import * as editionPage from '#app/features/indices/organize/edition-page.tsx'
import { action as removeEdition } from '#app/features/indices/organize/edition-removal.ts'
import * as entryPage from '#app/features/indices/organize/entries/one-entry.tsx'
import * as unitPage from '#app/features/indices/organize/units/one-unit.tsx'

type Fields = Record<string, string>
type Route = (args: ActionFunctionArgs) => unknown
type Tools<Desk> = {
  sent: (of: Desk, action: Route, fields?: Fields, more?: Fields) => Promise<unknown>
  untouched: (of: Desk, loader: Route, more?: Fields) => Promise<Fields>
  placeOf: (of: Desk) => Promise<Fields>
}

const nobody = 'ffffffff-0000-4000-8000-000000000000'

/** What is asked of cities and indices, by the file that performs the act: it changes nothing. */
export function placeCases<Desk>({ sent, untouched, placeOf }: Tools<Desk>) {
  const cases: Record<string, (of: Desk) => Promise<unknown>> = {
    'cities/organize/city-page.tsx': async (of) => {
      const more = await placeOf(of)
      return sent(of, cityPage.action, await untouched(of, cityPage.loader, more), more)
    },
    'cities/organize/city-removal.ts': async (of) =>
      sent(of, removeCity, {}, { ...(await placeOf(of)), city: nobody }),
    'indices/organize/edition-page.tsx': async (of) => {
      const more = await placeOf(of)
      return sent(of, editionPage.action, await untouched(of, editionPage.loader, more), more)
    },
    'indices/organize/edition-removal.ts': async (of) =>
      sent(of, removeEdition, {}, { ...(await placeOf(of)), edition: nobody }),
    'indices/organize/component-page.tsx': async (of) => {
      const more = { ...(await placeOf(of)), component: 'care' }
      return sent(of, componentPage.action, await untouched(of, componentPage.loader, more), more)
    },
    'indices/organize/entries/one-entry.tsx': async (of) => {
      const more = { ...(await placeOf(of)), unit: 'alpha' }
      return sent(of, entryPage.action, await untouched(of, entryPage.loader, more), more)
    },
    'indices/organize/units/one-unit.tsx': async (of) => {
      const more = { ...(await placeOf(of)), unit: 'alpha' }
      return sent(of, unitPage.action, await untouched(of, unitPage.loader, more), more)
    },
    'indices/organize/component-removal.ts': async (of) =>
      sent(of, removeComponent, {}, { ...(await placeOf(of)), component: 'none' }),
    'indices/organize/edition-import.tsx': async (of) => {
      const more = await placeOf(of)
      const fields = { text: 'place,rank\nalpha,1', previewed: fingerprintOf([]) }
      return sent(of, importTable, fields, more)
    },
  }
  return cases
}
