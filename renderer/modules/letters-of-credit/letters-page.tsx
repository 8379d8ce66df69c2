// The list of letters of credit.
import { type Params, useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'

export const LettersPage = ({ params }: { params: Params }) => {
  const { open } = useTabs()
  return (
    <ListPage
      list="letters-of-credit"
      params={{ customerId: params.customerId, contractId: params.contractId }}
      actions={[
        {
          name: 'command.save-letter-of-credit',
          permission: 'letter-of-credit.create',
          primary: true,
          onClick: () => open('letter-of-credit'),
        },
      ]}
    />
  )
}
