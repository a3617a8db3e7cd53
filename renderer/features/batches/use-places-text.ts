import { useTranslation } from 'react-i18next'
import type { RosterPlace } from '../../../shared/model/roster'

/** Names the rows of an imported file: sheet and row, one after the other. */
export function usePlacesText(): (places: readonly RosterPlace[]) => string {
  const { t, i18n } = useTranslation('batches')
  const list = new Intl.ListFormat(i18n.language, { style: 'narrow', type: 'unit' })
  return (places) => list.format(places.map(({ sheet, row }) => t('place', { sheet, row })))
}
