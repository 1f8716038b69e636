forms = <b>Blank application forms</b>

    Download, print and fill in by hand. Or tap “{ $button }”: the bot fills in the form from your answers.
card-forms-button = Blank application forms
