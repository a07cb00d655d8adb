import { eq, sql } from 'drizzle-orm'
import { pictureWidths } from '#app/features/pictures/domain/picture-widths.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { GoalState } from '#app/shared/vocabulary.ts'
import {
  file,
  initiative,
  initiativeDocument,
  initiativeFigure,
  initiativeGoal,
  initiativeNews,
  picture,
} from '#db/schema/index.ts'
import type { FigurePoint } from '#db/schema/initiatives/initiative-parts.ts'
import type { RecapPicture } from '#db/schema/recap-content.ts'
import { database } from '#db/transaction.server.ts'

export type Goal = {
  id: string
  title: TranslatedText
  remark: TranslatedText
  state: GoalState
  dueOn: string | null
}
export type News = {
  id: string
  title: TranslatedText
  body: TranslatedText
  /** `2025-03-11`. */
  datedOn: string
  source: TranslatedText
  sourceUrl: string | null
  publishedAt: string
  updatedAt: string
}
export type InitiativeDocument = { id: string; title: TranslatedText; name: string; size: number }
export type Figure = { id: string; name: TranslatedText; points: FigurePoint[] }
export type InitiativeParts = {
  goals: Goal[]
  news: News[]
  documents: InitiativeDocument[]
  figures: Figure[]
  pictures: RecapPicture[]
}

const mostNews = 50

const list = (columns: ReturnType<typeof sql>, rows: ReturnType<typeof sql>) =>
  sql`(select coalesce(json_agg(${columns}), '[]') from (${rows}) x)`

const of = sql`= ${initiative.id}`

const goals = sql<Goal[]>`${list(
  sql`json_build_object('id', x.id, 'title', x.title, 'remark', x.remark, 'state', x.state, 'dueOn', x.due_on)`,
  sql`select g.* from ${initiativeGoal} g where g.initiative_id ${of} order by g.position, g.created_at`,
)}`

const news = sql<News[]>`${list(
  sql`json_build_object('id', x.id, 'title', x.title, 'body', x.body, 'datedOn', x.dated_on, 'source', x.source,
    'sourceUrl', x.source_url, 'publishedAt', x.published_at, 'updatedAt', x.updated_at)`,
  sql`select n.* from ${initiativeNews} n where n.initiative_id ${of} and n.published_at is not null
    order by n.dated_on desc, n.created_at desc limit ${mostNews}`,
)}`

const documents = sql<InitiativeDocument[]>`${list(
  sql`json_build_object('id', x.id, 'title', x.title, 'name', x.name, 'size', x.size)`,
  sql`select d.id, d.title, f.name, f.size from ${initiativeDocument} d join ${file} f on f.id = d.file_id
    where d.initiative_id ${of} and f.completed_at is not null order by d.position, d.created_at`,
)}`

const figures = sql<Figure[]>`${list(
  sql`json_build_object('id', x.id, 'name', x.name, 'points', x.points)`,
  sql`select f.* from ${initiativeFigure} f where f.initiative_id ${of} order by f.position, f.created_at`,
)}`

// Without words for those who do not see it, a picture is not shown.
const pictures = sql<Omit<RecapPicture, 'widths'>[]>`${list(
  sql`json_build_object('id', x.id, 'width', x.width, 'height', x.height, 'caption', x.caption, 'alt', x.alt, 'credit', x.credit)`,
  sql`select p.* from ${picture} p where p.initiative_id ${of} and p.use = 'gallery' and p.removed_at is null
    and coalesce(p.alt ->> 'vi', '') <> '' and coalesce(p.alt ->> 'en', '') <> ''
    order by p.position, p.created_at, p.id`,
)}`

/** What readers find on the page of an initiative beside its words: one statement. */
export async function findInitiativeParts(initiativeId: string): Promise<InitiativeParts> {
  const [found] = await database()
    .select({ goals, news, documents, figures, pictures })
    .from(initiative)
    .where(eq(initiative.id, initiativeId))
  if (!found) return { goals: [], news: [], documents: [], figures: [], pictures: [] }
  return {
    ...found,
    pictures: found.pictures.map((one) => ({ ...one, widths: pictureWidths(one.width) })),
  }
}
