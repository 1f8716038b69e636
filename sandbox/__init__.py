"""A stand-in for Telegram on this machine's loopback: knows nothing of the bot.

`World` holds what there is, `Person` acts in it, `running` serves it: the Bot API under `/bot<token>/`, files
under `/file/bot<token>/`, `/control/` for tests in another process, and at `/` a chat page, in which people act
with a phone of their own each. It refuses what Telegram refuses, in
the same words, and can be told to fail in the ways Telegram and networks do.

It leaves out what the bot has no use for (Markdown, inline mode, payments, topics, video and audio), finds no
addresses in texts, delivers every text of a group to the bot whatever its privacy mode, and neither limits
how often anything may be sent nor how often a webhook may be set: order a fault for that.
"""
