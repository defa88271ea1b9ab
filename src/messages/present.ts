/** Words for whoever presents a course to a room: the slides, the notes beside them, and what lint says of notes. */

/** What lint says of a `notes` block. */
export const notesWords = {
  empty: 'These notes say nothing: write what you would say aloud, or take the block out.',
  noPage: 'These notes stand before the first page, so nobody sees them: move them under a "## Title".',
  elsewhere:
    'Notes belong to a page of a lesson, or to a quiz or question: here learners would read them. Take them out.',
} as const;
