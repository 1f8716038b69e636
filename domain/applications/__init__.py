"""From a draft to a filed case: questions, answers, the checklist, deadlines and form lines."""
