#!/usr/bin/env python3
"""Writes a WordPress export (WXR 1.2) of invented posts: bench/wxr.py -n COUNT -o FILE. The same COUNT gives the same bytes; 150,000 posts are about 590 MB.

Of a hundred posts some ninety are published; the rest are drafts, pending, scheduled, private, behind a password or in the trash.
Attachments, revisions, menus, pages and comments stand between them, as in an export of a real blog. Standard library only.
"""
import argparse
import datetime
import random
import sys

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- An export of an invented blog. -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
	<title>The Quay</title>
	<link>https://quay.example</link>
	<description>Cuttings from the strait</description>
	<pubDate>Fri, 01 May 2026 08:00:00 +0000</pubDate>
	<language>en-GB</language>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:base_site_url>https://quay.example</wp:base_site_url>
	<wp:base_blog_url>https://quay.example</wp:base_blog_url>
"""

AUTHORS = [("nosk", "N. Osk"), ("ilund", "Ida Lund"), ("paske", "Per Aske"), ("mara", "Mara Tell"), ("desk", "The Desk")]
CATEGORIES = [
    ("ports", "", "Ports &amp; Quays"), ("ferries", "ports", "Ferries"), ("night-ferries", "ferries", "Night ferries"), ("fish", "", "Fish"), ("quotas", "fish", "Quotas"),
    ("towns", "", "Towns"), ("orsa", "towns", "Orsa"), ("marjan", "towns", "Marjan"), ("law", "", "Law"), ("%ec%99%b8%ea%b5%90", "", "외교"), ("%e6%b8%a1%e8%bd%ae", "ports", "渡轮"),
]
TAGS = ["tides", "herring", "strikes", "harbour-board", "weather", "rationing", "elections", "lighthouse", "winter", "schools"]
OUTLETS = [
    ("Tidewater Gazette", "tidewater.example"), ("Harbour Echo", "echo.example"), ("Strait Wire", "wire.example"), ("Radio Free Tarn", "tarnradio.example"), ("The Lantern", "lantern.example"), ("동해포구신문", "pogu.example"), ("望海晚报", "wanghai.example"),
]
PEOPLE = ["Ida Lund", "Per Aske", "Mara Tell", "Jon Vik", "Anna Sofie Rand", "Tor Hannik"]
WHO = ["the harbour master", "the pilot", "a spokesman for the port", "the mayor of Orsa", "two fishermen", "the ferry company", "the ministry", "a clerk at the cannery", "the lighthouse keeper", "the coast guard"]
DID = ["said", "denied", "announced", "confirmed", "doubted", "reported", "admitted", "repeated", "told the council", "wrote to the board"]
WHAT = [
    "that the night ferry would sail again from Tuesday", "that the quota for herring had been cut by a third", "that no boat had been lost in the storm", "that the price of diesel had doubled since spring",
    "that the lock at Marjan would stay closed until the ice was gone", "that forty families had moved to the mainland", "that the school on the island had eleven pupils left", "that the strike could last into the new year",
    "that the treasurer had not seen the accounts", "that the new crane had stood idle for two years", "that the tide tables were out by nine minutes", "that the fish market would open before dawn",
]
WHEN = ["on Tuesday", "late last week", "in a letter", "at a meeting that lasted until midnight", "after the vote", "before the first snow", "on the quay", "for the second time this year"]
MARKS = ["", "", "", " …", " [...]", " [However], nobody could be reached."]
KOREAN = ["외교 당국은 합의가 늦어졌다고 밝혔다.", "연락선은 화요일부터 다시 운항한다.", "항구의 배들은 폭풍이 지나간 뒤에야 돌아왔다."]
CHINESE = ["渡轮将于星期二复航。", "港务局说，风暴过后没有船只失踪。", "鱼市将在黎明前开市。"]


class Blog:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.id = 10
        self.clock = datetime.datetime(2004, 1, 3, 7, 0)

    def next_id(self):
        self.id += 1
        return self.id

    def sentence(self):
        pick = self.random.choice
        text = f"{pick(WHO)} {pick(DID)} {pick(WHEN)} {pick(WHAT)}"
        return text[0].upper() + text[1:] + "." + pick(MARKS)

    def paragraph(self):
        kind = self.random.random()
        if kind < 0.04:
            return " ".join(self.random.choice(KOREAN) for _ in range(4))
        if kind < 0.08:
            return "".join(self.random.choice(CHINESE) for _ in range(5))
        return " ".join(self.sentence() for _ in range(self.random.randint(2, 5)))

    def credit(self, number):
        outlet, host = self.random.choice(OUTLETS)
        link = f"https://{host}/{number}"
        writer = self.random.choice(PEOPLE)
        return self.random.choice([
            f'[<a href="{link}">{outlet}</a>]',
            f'[Excerpt of an article by {writer}, <a href="{link}">{outlet}</a>]',
            f'Source: <a href="{link}">{outlet}</a>',
            f'<a href="{link}">Read the full story here</a>',
            f'({outlet})',
            f'[<a href="{link}">{outlet}</a>, {writer}]',
        ])

    def classic(self, number):
        paragraphs = [self.paragraph() for _ in range(self.random.randint(2, 6))]
        if self.random.random() < 0.3:
            paragraphs[0] = f"<blockquote>{paragraphs[0]}</blockquote>"
        if self.random.random() < 0.2:
            paragraphs.insert(0, f'[caption id="attachment_{number}" align="alignright" width="300"]<a href="https://quay.example/wp-content/uploads/{number}.jpg"><img src="https://quay.example/wp-content/uploads/{number}-300x200.jpg" alt="The quay" width="300" height="200" /></a> The quay at Orsa[/caption]')
        if self.random.random() < 0.2:
            paragraphs.insert(1, "<!--more-->")
        return "\n\n".join(paragraphs + [self.credit(number)])

    def blocks(self, number):
        parts = []
        for n in range(self.random.randint(2, 6)):
            if n == 0 and self.random.random() < 0.3:
                parts.append(f'<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>{self.paragraph()}</p>\n<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->')
            elif n == 1 and self.random.random() < 0.2:
                parts.append(f'<!-- wp:image {{"id":{number},"sizeSlug":"large"}} -->\n<figure class="wp-block-image size-large"><img src="https://quay.example/wp-content/uploads/{number}.jpg" alt="" class="wp-image-{number}"/><figcaption class="wp-element-caption">The quay at Orsa</figcaption></figure>\n<!-- /wp:image -->')
            else:
                parts.append(f"<!-- wp:paragraph -->\n<p>{self.paragraph()}</p>\n<!-- /wp:paragraph -->")
        parts.append(f"<!-- wp:paragraph -->\n<p>{self.credit(number)}</p>\n<!-- /wp:paragraph -->")
        return "\n\n".join(parts)

    def item(self, title, content, kind="post", status="publish", password="", slug=None, more="", link=None, dated=True):
        number = self.next_id()
        self.clock += datetime.timedelta(minutes=self.random.randint(5, 110))
        utc = self.clock - datetime.timedelta(hours=9)
        slug = slug or f"{kind}-{number}"
        link = link or (f"https://quay.example/{self.clock:%Y/%m}/{slug}/" if status == "publish" else f"https://quay.example/?p={number}")
        gmt = f"{utc:%Y-%m-%d %H:%M:%S}" if dated else "0000-00-00 00:00:00"
        return number, f"""	<item>
		<title><![CDATA[{title}]]></title>
		<link>{link}</link>
		<pubDate>{utc:%a, %d %b %Y %H:%M:%S} +0000</pubDate>
		<dc:creator><![CDATA[{self.random.choice(AUTHORS)[0]}]]></dc:creator>
		<guid isPermaLink="false">https://quay.example/?p={number}</guid>
		<description></description>
		<content:encoded><![CDATA[{content}]]></content:encoded>
		<excerpt:encoded><![CDATA[]]></excerpt:encoded>
		<wp:post_id>{number}</wp:post_id>
		<wp:post_date><![CDATA[{self.clock:%Y-%m-%d %H:%M:%S}]]></wp:post_date>
		<wp:post_date_gmt><![CDATA[{gmt}]]></wp:post_date_gmt>
		<wp:comment_status><![CDATA[open]]></wp:comment_status>
		<wp:ping_status><![CDATA[open]]></wp:ping_status>
		<wp:post_name><![CDATA[{slug}]]></wp:post_name>
		<wp:status><![CDATA[{status}]]></wp:status>
		<wp:post_parent>0</wp:post_parent>
		<wp:menu_order>0</wp:menu_order>
		<wp:post_type><![CDATA[{kind}]]></wp:post_type>
		<wp:post_password><![CDATA[{password}]]></wp:post_password>
		<wp:is_sticky>0</wp:is_sticky>
{more}	</item>
"""

    def terms(self):
        lines = []
        for slug, _, name in self.random.sample(CATEGORIES, self.random.randint(1, 2)):
            lines.append(f'		<category domain="category" nicename="{slug}"><![CDATA[{name}]]></category>\n')
        for tag in self.random.sample(TAGS, self.random.randint(0, 3)):
            lines.append(f'		<category domain="post_tag" nicename="{tag}"><![CDATA[{tag.replace("-", " ")}]]></category>\n')
        return "".join(lines)

    def comments(self):
        lines = []
        for n in range(self.random.choice([0, 0, 0, 1, 1, 2, 4])):
            lines.append(f"""		<wp:comment>
			<wp:comment_id>{self.id * 10 + n}</wp:comment_id>
			<wp:comment_author><![CDATA[A reader]]></wp:comment_author>
			<wp:comment_author_email>reader@quay.example</wp:comment_author_email>
			<wp:comment_date><![CDATA[2012-02-02 10:00:00]]></wp:comment_date>
			<wp:comment_content><![CDATA[{self.sentence()}]]></wp:comment_content>
			<wp:comment_approved><![CDATA[1]]></wp:comment_approved>
			<wp:comment_type><![CDATA[comment]]></wp:comment_type>
			<wp:comment_parent>0</wp:comment_parent>
		</wp:comment>
""")
        return "".join(lines)

    def post(self, n):
        draw = self.random.random()
        status, password = ("publish", "")
        if draw < 0.04:
            status = "draft"
        elif draw < 0.055:
            status = "private"
        elif draw < 0.07:
            password = "herring"
        elif draw < 0.08:
            status = "pending"
        elif draw < 0.085:
            status = "future"
        elif draw < 0.1:
            status = "trash"
        secret = status != "publish" or password
        title = self.sentence().rstrip(".").split(" [")[0].split(" …")[0]
        if secret and status != "trash":
            title = f"Not public {n}: {title}"
        content = self.classic(n) if self.random.random() < 0.6 else self.blocks(n)
        meta = ""
        if n % 5 == 0:
            meta = f"		<wp:postmeta>\n			<wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key>\n			<wp:meta_value><![CDATA[{self.id + 2}]]></wp:meta_value>\n		</wp:postmeta>\n"
        _, text = self.item(title, content, status=status, password=password, more=self.terms() + meta + self.comments(), dated=status not in ("draft", "pending"))
        yield text
        if n % 5 == 0:
            yield self.item(f"quay-{n}", "", kind="attachment", status="inherit", more=f"		<wp:attachment_url><![CDATA[https://quay.example/wp-content/uploads/quay-{n}.jpg]]></wp:attachment_url>\n")[1]
        if n % 50 == 0:
            yield self.item(title, content[:200], kind="revision", status="inherit")[1]
        if n % 1000 == 0:
            yield self.item("Home", "", kind="nav_menu_item")[1]
            yield self.item(f"About {n}", self.classic(n), kind="page", link=f"https://quay.example/about-{n}/", slug=f"about-{n}")[1]


def main():
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("-n", type=int, required=True, help="how many posts")
    asked.add_argument("-o", required=True, help="the file to write")
    asked.add_argument("--seed", type=int, default=7)
    given = asked.parse_args()
    blog = Blog(given.seed)
    with open(given.o, "w", encoding="utf-8", newline="\n") as out:
        out.write(HEAD)
        for number, (login, name) in enumerate(AUTHORS, 1):
            out.write(f"	<wp:author><wp:author_id>{number}</wp:author_id><wp:author_login><![CDATA[{login}]]></wp:author_login><wp:author_email><![CDATA[{login}@quay.example]]></wp:author_email><wp:author_display_name><![CDATA[{name}]]></wp:author_display_name></wp:author>\n")
        for number, (slug, parent, name) in enumerate(CATEGORIES, 1):
            out.write(f"	<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename><![CDATA[{slug}]]></wp:category_nicename><wp:category_parent><![CDATA[{parent}]]></wp:category_parent><wp:cat_name><![CDATA[{name}]]></wp:cat_name></wp:category>\n")
        for n in range(1, given.n + 1):
            for text in blog.post(n):
                out.write(text)
        out.write("</channel>\n</rss>\n")


if __name__ == "__main__":
    sys.exit(main())
