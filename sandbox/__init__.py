"""A stand-in for Telegram on the loopback interface; it knows nothing about the bot.

`World` is its state, `Person` acts in it, `running` serves it: the Bot API under `/bot<token>/`, files under
`/file/bot<token>/`, `/control/` for tests in another process, and at `/` a chat page where people each have a phone. It
refuses what Telegram refuses, in the same words, and can be told to fail in the ways Telegram and networks do.

Left out, because the bot does not use it: Markdown, inline mode, payments, topics, video and audio. Addresses in texts
are not detected, the bot gets every text of a group whatever its privacy mode, and there are no rate limits for sending
or setting the webhook, except by ordering a fault.
"""
