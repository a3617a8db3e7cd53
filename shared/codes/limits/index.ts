import { limitTableSchema, type LimitTable } from '../../model/limit'
import anhui from './anhui-2018.json'
import anhuiRecuperation from './anhui-recuperation.json'
import cugBeijing from './cug-beijing-2023.json'
import guizhou from './guizhou-2018.json'
import gzucm from './gzucm.json'
import hdu from './hdu-2021.json'
import quzhou from './quzhou-2021.json'
import shaanxi from './shaanxi-2015.json'
import shanxi from './shanxi.json'
import shiyan from './shiyan-2023.json'
import xinjiang from './xinjiang-2025.json'
import zjsu from './zjsu-2024.json'
import zju from './zju-2019.json'

/** Limits of spending that come with the program; a branch takes over those it goes by. */
export const limitTables: readonly LimitTable[] = [
  anhui,
  guizhou,
  shaanxi,
  shanxi,
  xinjiang,
  cugBeijing,
  zjsu,
  hdu,
  gzucm,
  zju,
  quzhou,
  anhuiRecuperation,
  shiyan,
].map((table) => limitTableSchema.parse(table))
