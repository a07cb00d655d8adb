/** What somebody said, as it was noted, for whoever shows it. */
export type { NoteContent } from '#db/schema/note-content.ts'
