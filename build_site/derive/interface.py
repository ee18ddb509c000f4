"""Interface strings: words of a website's buttons, boxes and notices that were copied along with an article."""

from __future__ import annotations

import re

LINK = " Read more"
"""What ends a line that is another article's headline."""
LONGEST = 240
"""Characters of the longest line that can be an interface string."""

_WHOLE = (
    "share|share this|share this article|share this story|share this page|share article|share on facebook|"
    "share on twitter|share on x|share on whatsapp|share via email|share full article|share icon|tweet|email|e-mail|"
    "print|print this article|save|save article|save for later|copy link|link copied|copied|facebook|twitter|x|"
    "whatsapp|linkedin|pinterest|reddit|telegram|flipboard|instagram|exit mobile version|read more|read next|"
    "read also|read the full story|continue reading|continue reading the main story|keep reading|show more|see more|"
    "view more|load more|more|more on this story|more on this|more like this|more from this section|related|"
    "related stories|related articles|related topics|related content|related posts|related links|topics|tags|"
    "recommended|recommended for you|recommended reading|you may also like|you might also like|most read|"
    "most popular|trending|trending now|top stories|latest news|editors' picks|editor's picks|what to read next|"
    "don't miss|advertisement|advertisement feature|advertising|ad|ads|ad feature|sponsored|sponsored content|"
    "promoted|story continues below|story continues below advertisement|article continues below|"
    "article continues below advertisement|article continues after advertisement|advertisement - scroll to continue|"
    "scroll down|scroll down for video|scroll down for the video|scroll down to video|scroll down for videos|"
    "scroll to continue|more to follow|"
    "skip to content|skip to main content|skip advertisement|skip past newsletter "
    "promotion|after newsletter promotion|back to top|return to top|go to top|home|menu|close|open|search|search for|"
    "log in|login|sign in|sign up|sign up now|sign out|register|subscribe|subscribe now|subscribe today|follow|"
    "follow us|follow us on|followed|notifications|comment|comments|view comments|show comments|hide comments|"
    "leave a comment|leave a reply|post a comment|join the conversation|start the conversation|be the first to comment|"
    "add comment|load comments|reply|report|report this|like|dislike|love|play|pause|play video|watch|watch now|"
    "watch video|watch the video|watch live|listen|listen to this article|listen to article|mute|unmute|autoplay|"
    "video|gallery|open gallery|view gallery|view image in fullscreen|view in fullscreen|open image in gallery|"
    "enlarge|enlarge this image|hide caption|toggle caption|caption|transcript|privacy policy|cookie policy|"
    "terms of use|terms and conditions|cookies|manage cookies|accept|accept all|accept cookies|accept all cookies|"
    "reject all|decline|agree|got it|ok|contact us|about us|help|feedback|donate|support us|next|previous|next article|"
    "previous article|next story|previous story|next post|previous post|loading|loading...|please wait|error|"
    "media playback is unsupported on your device|media playback is not supported on this device|"
    "this video can not be played|this video cannot be played|media caption|live|breaking|breaking news|exclusive|"
    "copy this link|these are external links and will open in a new window|have your say|now share your opinion|"
    "send us your questions|you may also be interested in|you might also be interested in|"
    "read our terms and conditions|"
    "sorry we are not currently accepting comments on this article|warning: third party content may contain adverts|"
    "our standards: the thomson reuters trust principles|"
    "premium|free|new|updated|published|first published|article information|author|bookmark|unbookmark|"
    "download the app|get the app|open in app|image|photo|picture|picture supplied|thank you for subscribing|"
    "thanks for signing up|min read|click here|click to share|embed|embed this|copy embed code|via"
)
WHOLE = frozenset(_WHOLE.split("|"))
"""Lines that are an interface string when nothing else stands on them, in lower case without closing punctuation."""

_OPENINGS = re.compile(
    r"(?:read more|read next|read also|also read|see also|more on this(?: story)?|related(?: story| article)?|"
    r"watch(?: also| now| live| below)?|listen(?: now)?|don't miss|recommended|sign up(?: now)?|subscribe(?: now)?)"
    r"\s*[:>»|]\s*\S"
    r"|(?:sign up|subscribe|register)(?: here| now| today| free)? (?:to|for|with) (?:the |our |your )?.{0,80}"
    r"(?:newsletter|e-?mail|alerts?|briefing|bulletin|updates|podcast|edition|inbox|app\b|newspaper|subscription)"
    r"|(?:get|receive) .{0,100}(?:newsletter|alerts|(?:in|to) your inbox|straight to your phone)"
    r"|(?:enter|submit) your e-?mail|your e-?mail address"
    r"|(?:like|follow|join|find) (?:us|the \w+|our \w+|\w+ \w+|@\w+) (?:on|via) "
    r"(?:facebook|twitter|x\b|instagram|whatsapp|tiktok|threads|bluesky|youtube|linkedin)"
    r"|(?:we|this (?:web)?site) uses? cookies"
    r"|by (?:continuing|clicking|signing up|using this).{0,80}"
    r"(?:cookies|agree|consent|terms|privacy)"
    r"|this (?:web)?site is protected by recaptcha"
    r"|to (?:view|see|show|display) this (?:content|video|element).{0,60}"
    r"(?:cookies|javascript|consent|accept|enable)"
    r"|please upgrade your browser\b|(?:[\w']+ ){1,4}may (?:earn|receive) (?:a )?commission\b.{0,60}\blinks?\b"
    r"|(?:please )?enable javascript|your browser does not support"
    r"|download (?:the|our) .{0,40}\bapp\b"
    r"|(?:click|tap) (?:here|to|on) .{0,80}"
    r"|(?:story|article|content) continues (?:below|after)"
    r"|(?:(?:published|updated|posted) )?(?:\d+|an?|one) (?:min(?:ute)?s?|hours?|days?|weeks?) ago\W*$"
    r"|share this (?:article |story |page )?(?:with|via|on|by)\b(?: \w+){0,2}\W*$"
    r"|(?:skip|end of) (?:twitter|facebook|instagram|youtube|tiktok) (?:post|video)(?: \d+)? by @?\w+$"
    r"|read more from [A-Z]\w+(?: \w+)?$"
    r"|\d+ (?:(?:view )?comments?|shares?|min(?:ute)?s?(?: read)?)\b\W*$"
    r"|this article is more than \d+ (?:months?|years?) old\W*$|slideshow \(\d+ images\)\W*$"
    r"|(?:reading|listening) time\b|estimated reading time"
    r"|©|\(c\) \d{4}|copyright\b|all rights reserved"
    r"|the post .{1,200} appeared first on"
    r"|(?:you have|you've) \d+ (?:free )?(?:articles?|stories)|already a subscriber|subscribe to (?:read|continue)"
    r"|to (?:read|continue reading) (?:the full|this) (?:story|article)"
    r"|(?:filed under|tags|tagged|topics|categories|category)\s*:"
    r"|(?:skip|jump) to (?:content|main|comments|navigation)"
    r"|(?:getting|having) (?:problems|trouble) (?:viewing|with)"
    r"|do you have (?:a story|any information|more information)|have you got a (?:story|tip)|got a (?:story|tip)\b"
    r"|(?:if you (?:have|were|are|see)|were you|are you) .{0,100}(?:e-?mail|contact us|get in touch|newsdesk|call our)"
    r"|(?:contact|e-?mail) (?:us|the newsdesk|our newsdesk|the reporter)\b"
    r"|https?://\S+\s*$|www\.\S+\s*$|\S+@\S+\.\w+\s*$|@\w+\s*$",
    re.IGNORECASE,
)
"""How longer interface strings begin."""


def is_interface(bare: str) -> bool:
    """Whether a line, without space around it, is an interface string and nothing else."""
    if len(bare) > LONGEST:
        return False
    plain = " ".join(bare.replace("’", "'").strip(" .:!>»›→|·•*-–—▶").lower().split())
    if plain in WHOLE or is_link(bare):
        return True
    return bool(_OPENINGS.match(bare.replace("’", "'").lstrip(" >»›→|·•*-–—▶")))


def headline_end(line: str) -> int:
    """Return where the headline ends in a line that is a link to another article; 0 where the line is none."""
    bare = line.strip()
    return len(line) - len(line.lstrip()) + len(bare.removesuffix(LINK).partition(" | ")[0]) if is_link(bare) else 0


def is_link(bare: str) -> bool:
    """Whether a line is another article's headline, one sentence or with the author behind a bar, and `Read more`."""
    headline = bare.removesuffix(LINK)
    return headline != bare and headline[-1] != "." and (". " not in headline or " | " in headline)
