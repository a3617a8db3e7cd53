import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { MemberId } from '../../../shared/model/id'
import { paperSchema } from '../../../shared/model/paper'
import { useAsOrigin } from '../../components/use-origin'
import { membersState } from './people-state'

/** The papers that can be printed of the members given; the way back leads to this page again. */
export function PrintMenu({ memberIds }: { readonly memberIds: readonly MemberId[] }) {
  const { t } = useTranslation('reports')
  const navigate = useNavigate()
  const origin = useAsOrigin()
  // Nobody signs in alone.
  const papers = memberIds.length === 1 ? paperSchema.exclude(['signIn']).options : paperSchema.options
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: papers.map((paper) => ({ key: paper, label: t(`paper.${paper}`) })),
        onClick: ({ key }) =>
          void navigate(`/reports/papers/${key}`, {
            state: { ...membersState(memberIds), ...origin },
          }),
      }}
    >
      <Button icon={<DownOutlined />} iconPlacement="end">
        {t('printMenu')}
      </Button>
    </Dropdown>
  )
}
