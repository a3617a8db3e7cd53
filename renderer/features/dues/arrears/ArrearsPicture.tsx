import { useTranslation } from 'react-i18next'
import type { ArrearsOverview } from '../../../../shared/contract/dues/arrears'
import { arrearsBandSchema } from '../../../../shared/model/arrears'
import { fenSchema } from '../../../../shared/model/money'
import { BarPicture } from '../../../components/charts/BarPicture'
import { hasBand, useArrearsTexts } from './use-arrears-texts'
import type { ArrearsParams } from './use-debtor-filter'

interface ArrearsPictureProps {
  readonly overview: ArrearsOverview
  readonly onOpen: (filter: Partial<ArrearsParams>) => void
}

const NOTHING = fenSchema.parse(0)

/** How much is owed by how long it has been; each bar opens its people. */
export function ArrearsPicture({ overview: { bands, terms }, onOpen }: ArrearsPictureProps) {
  const { t } = useTranslation('arrears')
  const texts = useArrearsTexts()
  const shown = arrearsBandSchema.options.filter((band) => hasBand(band, terms))
  return (
    <BarPicture
      title={t('picture')}
      categories={shown.map((band) => texts.band(band, terms))}
      series={[
        {
          name: t('figure.owes'),
          tone: 'actual',
          amounts: shown.map((name) => bands.find(({ band }) => band === name)?.amount ?? NOTHING),
        },
      ]}
      onOpen={(index) => onOpen({ band: shown[index] ?? null })}
    />
  )
}
