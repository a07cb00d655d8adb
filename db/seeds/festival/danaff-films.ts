import { screenings, shortFilms } from '../danaff-screenings.ts'
import type { SeedCatalogue } from '../world.ts'

const sectionOf = { asia: 'films-of-asia', vietnam: 'films-of-vietnam' } as const

/** The films of the coming edition, all of them invented; their sections are those of its tracks. */
export const danaffCatalogue: SeedCatalogue = {
  sections: [
    {
      slug: sectionOf.asia,
      kind: 'panorama',
      name: { vi: 'Điện ảnh châu Á', en: 'Films of Asia' },
      description: {
        vi: 'Hạng mục minh họa: các phim trong đó do chúng tôi đặt ra.',
        en: 'An illustrative section: its films are invented.',
      },
    },
    {
      slug: sectionOf.vietnam,
      kind: 'special',
      name: { vi: 'Điện ảnh Việt Nam', en: 'Films of Vietnam' },
      description: {
        vi: 'Hạng mục minh họa: các phim trong đó do chúng tôi đặt ra.',
        en: 'An illustrative section: its films are invented.',
      },
    },
  ],
  films: [
    ...screenings
      .filter(({ films }) => films === undefined)
      .map(({ slug, film, abstract, track, at: [, starts, ends] }) => ({
        slug,
        section: sectionOf[track],
        title: film,
        synopsis: {
          vi: `Phim minh họa, không có thật. ${abstract.vi}`,
          en: `An illustrative film that does not exist. ${abstract.en}`,
        },
        minutes: minutesBetween(starts, ends) - 10,
      })),
    ...shortFilms.map((slug, at) => ({
      slug,
      section: sectionOf.vietnam,
      title: { vi: `Phim ngắn minh họa ${at + 1}`, en: `Illustrative short film ${at + 1}` },
      minutes: 12,
    })),
  ],
}

function minutesBetween(starts: string, ends: string): number {
  const [from, to] = [starts, ends].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
  return (to ?? 0) - (from ?? 0)
}
