'use client'
import { useMutation } from '@tanstack/react-query'
import {
  type ApprovalRule,
  approvalRuleShape,
  approvalRules,
  type Needed,
  neededUnder,
  ruleNeeding,
} from '../../../../../../server/member/settings/approval-rule'
import { words } from '../../../../../../server/words'
import { useTRPC } from '../../../../../_api/client'
import { RadioChoices } from '../../../../../_form/radio-choices'
import { SettingSection } from '../setting-section'

type Props = {
  desk: { slug: string; approvalsNeeded: number; returnsNeeded: number }
  mayChange: boolean
}

/** How many editors must agree before a claim is published. */
export function ApprovalsSection({ desk, mayChange }: Props) {
  const t = words()
  const change = useMutation(useTRPC().settings.changeApprovals.mutationOptions())
  const { slug, approvalsNeeded, returnsNeeded } = desk
  async function save(form: FormData, was: Needed) {
    const kept = neededUnder(approvalRuleShape.parse(form.get('approvalRule')))
    await change.mutateAsync({ desk: slug, was, to: kept })
    return { kept }
  }
  const nameOf = (choice: ApprovalRule) => t(`settings.approvals.${choice}`)
  return (
    <SettingSection
      id="approvals"
      title={t('settings.approvals.title')}
      lead={t('settings.approvals.lead')}
      facts={[{ label: t('settings.approvals.needed'), value: nameOf(ruleNeeding(desk)) }]}
      kept={{ approvalsNeeded, returnsNeeded }}
      {...{ mayChange, save }}
    >
      {(_, read) => (
        <RadioChoices
          legend={t('settings.approvals.needed')}
          name="approvalRule"
          choices={approvalRules}
          chosen={ruleNeeding(read)}
          sayChoice={nameOf}
        />
      )}
    </SettingSection>
  )
}
