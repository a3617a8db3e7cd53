import { z } from 'zod'

/** Money in whole fen (1 yuan = 100 fen); negative amounts are reversals and payments. */
export const fenSchema = z.int().brand<'Fen'>()
export type Fen = z.infer<typeof fenSchema>
