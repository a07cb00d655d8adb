/** What a published version of an agenda holds, for whoever shows it. */
export type {
  AgendaChange,
  ChangedSlot,
  PublishedAgenda,
  PublishedFilm,
  PublishedPerson,
  PublishedRoom,
  PublishedSession,
} from '#db/schema/agenda-snapshot.ts'
