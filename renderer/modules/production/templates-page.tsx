// The company's milestone templates, each with its milestones.
import Add from '@mui/icons-material/Add'
import EditOutlined from '@mui/icons-material/EditOutlined'
import { Box, Button, Chip, IconButton, Paper, Tooltip, Typography } from '@mui/material'
import { useMay, useOfficeQuery, useTabs } from '../../client/index.ts'
import { namedIn } from './texts.ts'
import { ProblemNote, StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { type Template, whenText } from './template-text.ts'
import { productionWords } from './words.ts'

const TemplateCard = ({ template, editable }: { template: Template; editable: boolean }) => {
  const words = useWords(productionWords)
  const { t, name } = words
  const tabs = useTabs()
  return (
    <Paper variant="outlined" component="section" sx={{ p: 1.5, opacity: template.active ? 1 : 0.65 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 0.5 }}>
        <Typography component="h2" sx={{ fontSize: 14, fontWeight: 600 }}>
          {namedIn(words, template)}
        </Typography>
        {template.isDefault && <Chip size="small" color="primary" variant="outlined" label={t('production.template-default')} />}
        {!template.active && <StatusChip group="active" value="false" />}
        <Box sx={{ flex: 1 }} />
        {editable && (
          <Tooltip title={name('record.milestone-template')}>
            <IconButton
              size="small"
              aria-label={`${name('record.milestone-template')} ${namedIn(words, template)}`}
              onClick={() => tabs.open('milestone-template', { id: template.id })}
            >
              <EditOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
      </Box>
      <Box component="ol" sx={{ m: 0, pl: 2.5, fontSize: 13 }}>
        {template.lines.map((line) => (
          <li key={line.id}>
            {namedIn(words, line)}{' '}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {whenText(line, words)} · {line.person === '' ? name(`milestone-responsible.${line.responsible}`) : line.person}
              {line.needsNote && ` · ${t('production.needs-note')}`}
            </Box>
          </li>
        ))}
      </Box>
    </Paper>
  )
}

export const TemplatesPage = () => {
  const { t, name } = useWords(productionWords)
  const tabs = useTabs()
  const editable = useMay()('milestone-template.edit')
  const { data, problem } = useOfficeQuery('milestone-templates', {})
  return (
    <Box sx={{ p: 2, maxWidth: 980, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box sx={{ flex: 1 }}>
          <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600 }}>
            {name('list.milestone-templates')}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {t('production.templates-intro')}
          </Typography>
        </Box>
        {editable && (
          <Button size="small" variant="outlined" startIcon={<Add />} onClick={() => tabs.open('milestone-template')}>
            {name('command.save-milestone-template')}
          </Button>
        )}
      </Box>
      <ProblemNote problem={problem} />
      {data?.map((template) => (
        <TemplateCard key={template.id} template={template} editable={editable} />
      ))}
    </Box>
  )
}
