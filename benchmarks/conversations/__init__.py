"""Random conversations of many people with the bot, judged by the wire and by what is kept at the end."""
