"""An application from the draft to the filed case: questions, answers, checklist, deadlines, form lines."""
