export type { Audience, Condition } from '#db/schema/audience.ts'
