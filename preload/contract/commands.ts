// The table of every command: name → declaration. Types of inputs and outcomes are inferred from here.
import type { z } from 'zod'
import { gathered } from './calls.ts'

export const commands = gathered('commands')
export type CommandName = keyof typeof commands
export type CommandInput<N extends CommandName> = z.input<(typeof commands)[N]['input']>
export type CommandParsed<N extends CommandName> = z.output<(typeof commands)[N]['input']>
export type CommandOutcome<N extends CommandName> = z.output<(typeof commands)[N]['outcome']>
export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)
