svy-what = <b>How were you served?</b>

    The answers are for the indicators of the service’s quality. They are kept without your name and do not affect your case. You need not answer.
svy-place = Question { $number } of { $count }
svy-ask-process = <b>Are you satisfied with how you were served: handing over documents, waiting, terms?</b>
svy-ask-information = <b>Are you satisfied with how the order was explained: where to go, what to bring, when to expect an answer?</b>
svy-ask-complaints = <b>Are you satisfied with how your complaint was handled: was it easy to file, was the answer in time and clear?</b>
svy-ask-politeness = <b>Are you satisfied with the politeness of the staff?</b>
svy-yes-button = Yes
svy-no-button = No
svy-stop-button = Do not ask
svy-kept-toast = Thank you, your answer is recorded.
svy-again-toast = You have answered this question already. The first answer is unchanged.
svy-thanks = Thank you! Your answers are recorded.
svy-stopped = All right, you will not be asked about this again.
