import type { ActionFunctionArgs } from '@remix-run/node'
import { action as removeAward } from '#app/features/films/organize/awards/award-removal.ts'
import { action as removeFilm } from '#app/features/films/organize/film/film-removal.ts'
import { action as removeStill } from '#app/features/films/organize/film/still-removal.ts'
import { action as removeSection } from '#app/features/films/organize/sections/section-removal.ts'
import { action as importFilms } from '#app/features/films/organize/tables/films-import.tsx'
import { activity } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { filmOf } from '#tests/factories/films.ts'

type Fields = Record<string, string>
type Route = (args: ActionFunctionArgs) => unknown
type Sent<Desk> = (of: Desk, action: Route, fields?: Fields, more?: Fields) => Promise<unknown>

/** What is asked of films and sections, by the file that performs the act: it changes nothing. */
export function filmCases<Desk extends { at: { id: string } }>(sent: Sent<Desk>) {
  const cases: Record<string, (of: Desk) => Promise<unknown>> = {
    'films/organize/awards/award-removal.ts': (of) =>
      sent(of, removeAward, {}, { award: 'ffffffff-0000-4000-8000-000000000000' }),
    'films/organize/film/film-removal.ts': (of) => sent(of, removeFilm, {}, { film: 'none' }),
    'films/organize/film/still-removal.ts': async (of) => {
      const { slug } = await filmOf(of.at.id)
      await database().delete(activity)
      return sent(of, removeStill, {}, { film: slug, still: 'ffffffff-0000-4000-8000-000000000000' })
    },
    'films/organize/tables/films-import.tsx': async (of) => {
      const { title } = await filmOf(of.at.id)
      await database().delete(activity)
      const text = `Title,Tên phim,Year\n"${title.en}",${title.vi},2024`
      return sent(of, importFilms, { text, apply: 'yes' })
    },
    'films/organize/sections/section-removal.ts': (of) => sent(of, removeSection, {}, { section: 'none' }),
  }
  return cases
}
