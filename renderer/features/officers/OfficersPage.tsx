import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../components/PageHeader'
import panel from '../../components/panel.module.css'
import { ArticlePanel } from './articles/ArticlePanel'
import { CommitteePanel } from './committees/CommitteePanel'
import { DelegatePanel } from './delegates/DelegatePanel'
import { PostPanel } from './posts/PostPanel'
import { ProviderPanel } from './providers/ProviderPanel'
import { TeamPanel } from './team/TeamPanel'
import { TrainingPanel } from './training/TrainingPanel'

/** Officers: committees, delegates, posts, the team, training, outside services, articles; the tab stands in the address. */
export function OfficersPage() {
  const { t } = useTranslation('officers')
  const [params, setParams] = useSearchParams()
  return (
    <div className={panel.page}>
      <PageHeader title={t('title')} />
      <Tabs
        className={panel.tabs ?? ''}
        activeKey={params.get('tab') ?? 'committees'}
        onChange={(tab) => setParams({ tab }, { replace: true })}
        destroyOnHidden
        items={[
          { key: 'committees', label: t('tab.committees'), children: <CommitteePanel /> },
          { key: 'delegates', label: t('tab.delegates'), children: <DelegatePanel /> },
          { key: 'posts', label: t('tab.posts'), children: <PostPanel /> },
          { key: 'team', label: t('tab.team'), children: <TeamPanel /> },
          { key: 'training', label: t('tab.training'), children: <TrainingPanel /> },
          { key: 'providers', label: t('tab.providers'), children: <ProviderPanel /> },
          { key: 'articles', label: t('tab.articles'), children: <ArticlePanel /> },
        ]}
      />
    </div>
  )
}
