import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { pictureFormats, pictureUses } from '#app/shared/vocabulary.ts'
import { bytes, createdAt, id, instant, oneOf, revision, translated } from './columns.ts'
import { event } from './events.ts'
import { film } from './festival/films.ts'
import { initiative } from './initiatives/initiatives.ts'
import { organization } from './organizations.ts'

/** A picture of an event or of one of its films, of an organization or an initiative, taken apart and made anew when it came in. */
export const picture = pgTable(
  'picture',
  {
    id: id(),
    eventId: uuid().references(() => event.id, { onDelete: 'cascade' }),
    organizationId: uuid().references(() => organization.id, { onDelete: 'cascade' }),
    initiativeId: uuid().references(() => initiative.id, { onDelete: 'cascade' }),
    /** The film that it is a still of; its event is the film's. */
    filmId: uuid().references(() => film.id, { onDelete: 'cascade' }),
    use: text({ enum: pictureUses }).notNull().default('gallery'),
    caption: translated(),
    alt: translated(),
    credit: translated(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** What must stay in sight where the picture is cut, in percent from the left and from the top. */
    focalX: integer().notNull().default(50),
    focalY: integer().notNull().default(50),
    /** Of an event's gallery: shown on the event's page, without waiting for a recap. */
    isOnPage: boolean().notNull().default(false),
    position: integer().notNull().default(0),
    revision: revision(),
    createdAt: createdAt(),
    removedAt: instant(),
  },
  (t) => [
    index('picture_event').on(t.eventId, t.position),
    index('picture_initiative').on(t.initiativeId, t.position).where(sql`initiative_id is not null`),
    index('picture_film').on(t.filmId, t.position).where(sql`film_id is not null`),
    uniqueIndex('picture_initiative_cover')
      .on(t.initiativeId)
      .where(sql`use = 'cover' and initiative_id is not null and removed_at is null`),
    uniqueIndex('picture_cover').on(t.eventId).where(sql`use = 'cover' and removed_at is null`),
    uniqueIndex('picture_logo')
      .on(t.organizationId, t.use)
      .where(sql`organization_id is not null and removed_at is null`),
    check('picture_use', oneOf('use', pictureUses)),
    check(
      'picture_owner',
      sql`num_nonnulls(event_id, organization_id, initiative_id) = 1
        and (use in ('gallery', 'cover', 'still')) = (organization_id is null)`,
    ),
    check(
      'picture_still',
      sql`(use = 'still') = (film_id is not null) and (film_id is null or event_id is not null)`,
    ),
    check('picture_focus', sql`focal_x between 0 and 100 and focal_y between 0 and 100`),
  ],
)

/** One size of it: AVIF and WebP for pages, one large JPEG for the press. */
export const pictureSize = pgTable(
  'picture_size',
  {
    pictureId: uuid()
      .notNull()
      .references(() => picture.id, { onDelete: 'cascade' }),
    format: text({ enum: pictureFormats }).notNull(),
    width: integer().notNull(),
    image: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pictureId, t.format, t.width] }),
    check('picture_size_format', oneOf('format', pictureFormats)),
  ],
)
