import { calendar } from './calendar'
import { participation } from './participation'
import { people } from './people'
import { preferences } from './preferences'
import { quality } from './quality'
import { reach } from './reach'
import { suggestions } from './suggestions'
import { topics } from './topics'

/** Insights 分析: what members use and need, counted from what was recorded; every figure has its list. */
export const insights = { suggestions, participation, people, preferences, topics, reach, quality, calendar }
