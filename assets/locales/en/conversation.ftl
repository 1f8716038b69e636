conversation-early = “{ $text }” was sent before { $question } appeared. It was not recorded as an answer.
conversation-early-file = What you sent was sent before the bot asked for it, and was not kept. If it is the answer, please send it again.
conversation-offer = Is this the answer to { $question }?

    “{ $text }”
conversation-take-button = Yes, it is
conversation-drop-button = No
conversation-dropped = All right, not recorded.
conversation-question = question { $number }
conversation-this = the question on the screen
conversation-waits = The question you left is waiting for an answer.
conversation-resume-question = Back to question { $number } of { $total }
conversation-resume-apply = Back to the application
conversation-resume-upload = Back to the copy of the document
conversation-resume-further = Back to the list of materials
conversation-resume-complaining = Back to the complaint
conversation-resume-work = Back to the case
conversation-resume-handling = Back to the complaint
conversation-resume-joining = Back to the invitation
conversation-choose = Please tap a button on the screen. To find an office, send /offices.
conversation-edited = The answer was changed as you edited it: “{ $text }”.
conversation-edit-refused = The edit was not recorded: { $problem }

    The earlier answer stays.
conversation-edit-late = You edited the message, but the application or complaint has been filed: the bot can no longer change the answer.
conversation-edit-gone = You edited the message, but what it was about is no longer there. Nothing was changed.
conversation-edit-file = You replaced the file in the message. The bot still has the earlier one: please send the new file as a separate message.
