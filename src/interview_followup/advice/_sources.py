"""What the shipped rules are taken from: the article, and other published advice."""

from interview_followup.language import Source


def article(item: int) -> Source:
    """Return the source of a piece of advice in the article, counted from 1 to 10."""
    title = "Make Sure You Do These 10 Things After A Job Interview"
    return Source(title, "Laura Slingo, CV-Library", item)


AT_MOST_TWO = Source(
    "Best Practices for Interview Follow-Up†, quoting Robert Half, and "
    "When you've interviewed but haven't heard back about the job (Seattle Times)",
    address="apnconsultinginc.com/best-practices-for-interview-follow-up/ and "
    "seattletimes.com/explore/careers/"
    "when-youve-interviewed-but-havent-heard-back-about-the-job/",
)
HAYS_UK = Source(
    "How to prepare for success after an interview",
    "Hays UK",
    address="hays.co.uk/blog/insights/how-to-prepare-for-success-after-an-interview",
)
RIKUNABI = Source("Rikunabi NEXT", address="next.rikunabi.com/tenshokuknowhow/qa/1351")
WASHU_LAW = Source(
    "Successful Summer Tip 16",
    "WashU Law",
    address="sites.law.wustl.edu/WashULaw/CCD_Blog/"
    "successful-summer-tip-16-dont-forget-your-thank-you-note",
)
