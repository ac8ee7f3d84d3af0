import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './EmptyState'

interface State { failed: boolean }

/** Keeps a fault in one view from taking the window with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed onAgain={() => this.setState({ failed: false })} /> : this.props.children
  }
}

function Failed({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <EmptyState title={t('failed.title')} text={t('failed.hint')}>
      <Button onClick={onAgain}>{t('failed.again')}</Button>
    </EmptyState>
  )
}
