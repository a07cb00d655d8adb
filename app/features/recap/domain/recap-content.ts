/** What a published recap holds, for whoever shows it. */
export type { RecapContent, RecapNote, RecapPicture, RecapWords, RichNode } from '#db/schema/recap-content.ts'
