import type { Locale } from '#app/shared/vocabulary.ts'

/** The addresses of public pages and feeds, all of them paths; slugs are ASCII and need no escaping. */
export const publicPath = {
  home: (lang: Locale) => `/${lang}`,
  houseImage: (lang: Locale) => `/${lang}/social.png`,
  event: (lang: Locale, event: string) => `/${lang}/events/${event}`,
  agenda: (lang: Locale, event: string) => `/${lang}/events/${event}/agenda`,
  agendaPdf: (lang: Locale, event: string) => `/${lang}/events/${event}/agenda.pdf`,
  changes: (lang: Locale, event: string) => `/${lang}/events/${event}/changes`,
  session: (lang: Locale, event: string, session: string) => `/${lang}/events/${event}/sessions/${session}`,
  speakers: (lang: Locale, event: string) => `/${lang}/events/${event}/speakers`,
  speaker: (lang: Locale, event: string, person: string) => `/${lang}/events/${event}/speakers/${person}`,
  venue: (lang: Locale, event: string, venue: string) => `/${lang}/events/${event}/venues/${venue}`,
  films: (lang: Locale, event: string) => `/${lang}/events/${event}/films`,
  film: (lang: Locale, event: string, film: string) => `/${lang}/events/${event}/films/${film}`,
  awards: (lang: Locale, event: string) => `/${lang}/events/${event}/awards`,
  section: (lang: Locale, event: string, section: string) => `/${lang}/events/${event}/sections/${section}`,
  recap: (lang: Locale, event: string) => `/${lang}/events/${event}/recap`,
  live: (lang: Locale, event: string) => `/${lang}/events/${event}/live`,
  liveClock: (lang: Locale, event: string) => `/${lang}/events/${event}/live/clock`,
  liveRoom: (lang: Locale, event: string, room: string) => `/${lang}/events/${event}/live/rooms/${room}`,
  liveRoomClock: (lang: Locale, event: string, room: string) =>
    `/${lang}/events/${event}/live/rooms/${room}/clock`,
  liveNow: (lang: Locale, event: string) => `/${lang}/events/${event}/live/now`,
  recapImage: (lang: Locale, event: string) => `/${lang}/events/${event}/recap/social.png`,
  pressKit: (lang: Locale, event: string) => `/${lang}/events/${event}/recap/press-kit.zip`,
  register: (lang: Locale, event: string) => `/${lang}/events/${event}/register`,
  find: (lang: Locale, event: string) => `/${lang}/events/${event}/find`,
  opening: (lang: Locale, event: string) => `/${lang}/events/${event}/opening`,
  eventPrivacy: (lang: Locale, event: string) => `/${lang}/events/${event}/privacy`,
  privacy: (lang: Locale) => `/${lang}/privacy`,
  socialImage: (lang: Locale, event: string) => `/${lang}/events/${event}/social.png`,
  initiatives: (lang: Locale) => `/${lang}/initiatives`,
  initiative: (lang: Locale, initiative: string) => `/${lang}/initiatives/${initiative}`,
  initiativeImage: (lang: Locale, initiative: string) => `/${lang}/initiatives/${initiative}/social.png`,
  newsAtom: (lang: Locale, initiative: string) => `/initiatives/${initiative}/news.atom?lang=${lang}`,
  cities: (lang: Locale, initiative: string, year?: number) =>
    `/${lang}/initiatives/${initiative}/cities${year === undefined ? '' : `?year=${year}`}`,
  index: (lang: Locale, index: string) => `/${lang}/indices/${index}`,
  indexEdition: (lang: Locale, index: string, year: number) => `/${lang}/indices/${index}/${year}`,
  indexUnit: (lang: Locale, index: string, unit: string, year?: number) =>
    `/${lang}/indices/${index}/places/${unit}${year === undefined ? '' : `?year=${year}`}`,
  indexTable: (lang: Locale, index: string) => `/indices/${index}.csv?lang=${lang}`,
  indexFile: (lang: Locale, index: string) => `/indices/${index}.json?lang=${lang}`,
  indexFrame: (lang: Locale, index: string) => `/embed/indices/${index}?lang=${lang}`,
  joinInitiative: (lang: Locale, initiative: string) => `/${lang}/initiatives/${initiative}/join`,
  supporters: (lang: Locale, initiative: string) => `/${lang}/initiatives/${initiative}/supporters`,
  list: (lang: Locale, list: string) => `/${lang}/lists/${list}`,
  agendaFeed: (lang: Locale, event: string) => `/events/${event}/agenda.ics?lang=${lang}`,
  eventFile: (lang: Locale, event: string) => `/events/${event}/event.ics?lang=${lang}`,
  sessionFile: (lang: Locale, event: string, session: string) =>
    `/events/${event}/sessions/${session}/session.ics?lang=${lang}`,
  changesAtom: (lang: Locale, event: string) => `/events/${event}/changes.atom?lang=${lang}`,
  eventsFeed: (lang: Locale) => `/events.ics?lang=${lang}`,
  eventsAtom: (lang: Locale) => `/events.atom?lang=${lang}`,
}

/** The same page in the other language. */
export function inLanguage(path: string, lang: Locale): string {
  return path.replace(/^\/(vi|en)(?=\/|$)/, `/${lang}`)
}
