/**
 * How its person calls this program: what the sentences about commands begin with. `npm start` runs a checkout in
 * which there is no command `infra-tutor`.
 */
export const program = process.env.npm_lifecycle_event === 'start' ? 'npm start --' : 'infra-tutor';
