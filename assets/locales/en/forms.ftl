forms = <b>Blank application forms</b>

    Download, print and fill in by hand. Or tap “{ $button }”: the bot fills in the form from your answers.
forms-for-missionary = <b>For a missionary</b>, appendix{ "\u00A0" }{ $appendix }
forms-for-group = <b>For a small religious group</b>, appendix{ "\u00A0" }{ $appendix }
forms-get-missionary-button = Download the missionary form
forms-get-group-button = Download the group form
card-forms-button = Blank application forms
