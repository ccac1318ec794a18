using CsCheck;
using Cuttings.Dating;
using Cuttings.Duplicates;
using Xunit;

namespace Cuttings.Tests.Duplicates;

public class StoriesSpecs
{
    private readonly Dictionary<long, string> texts = [];

    private Stories Stories => field ??= new(id => texts.GetValueOrDefault(id));

    [Fact]
    public void The_same_article_from_two_feeds_is_folded_by_its_address()
    {
        Add(1, "A short notice.", address: "https://www.echo.example/2020/ferry?utm_source=rss");
        Add(2, "Its longer text, fetched from the page itself.", address: "http://echo.example/2020/ferry/");
        Assert.Equal(StoryTie.Address, Assert.Single(Stories.LinksOf(1)).Tie);
        Assert.Equal([2, 1], Stories.StoryOf(1));
    }

    [Fact]
    public void A_front_page_is_nobodys_address()
    {
        Add(1, Copies.Agency, address: "https://echo.example/");
        Add(2, Copies.CourtOnAune, address: "https://echo.example/");
        Assert.Equal([2], Stories.StoryOf(2));
    }

    [Fact]
    public void Agency_copy_in_several_papers_is_folded_under_the_first()
    {
        Add(1, Copies.Edited, outlet: "Harbour Echo", day: "2015-03-05", credited: "Reuben & Vale News Agency");
        Add(2, Copies.CutToTheHalf, outlet: "Tidewater Gazette", day: "2015-03-04");
        Add(3, Copies.WithALocalLead, outlet: "The Upland Review", day: "2015-03-06");
        Add(4, Copies.CourtOnAune, outlet: "The Strait Week", day: "2015-03-04");
        Assert.Equal([2, 1, 3], Stories.StoryOf(3));
        Assert.Equal([4], Stories.StoryOf(4));
    }

    [Fact]
    public void Of_one_day_the_agencys_own_leads()
    {
        Add(1, Copies.Edited, outlet: "Harbour Echo", day: "2015-03-04", credited: "Reuben & Vale News Agency");
        Add(2, Copies.Agency, outlet: "Reuben & Vale News Agency", day: "2015-03-04");
        Assert.Equal(2, Stories.LeadOf(1));
    }

    [Fact]
    public void Of_one_day_and_no_agency_the_longest_leads()
    {
        Add(1, Copies.CutToTheHalf, outlet: "Harbour Echo", day: "2015-03-04");
        Add(2, Copies.Agency, outlet: "Tidewater Gazette", day: "2015-03-04");
        Assert.Equal(2, Stories.LeadOf(1));
    }

    [Fact]
    public void A_date_that_is_a_month_leads_nothing()
    {
        Add(1, Copies.Agency, outlet: "Harbour Echo", day: "2015-03");
        Add(2, Copies.CutToTheHalf, outlet: "Tidewater Gazette", day: "2015-03-04");
        Assert.Equal(2, Stories.LeadOf(1));
    }

    [Fact]
    public void One_title_on_the_next_day_needs_less_shared_text()
    {
        const string Title = "Night ferry returns to the Osk Strait after eleven months";
        var brief = Copies.CutToTheHalf + "\n\n" + Copies.AnotherReportOfIt;
        Add(1, Copies.Agency, title: Title, day: "2015-03-04", outlet: "Harbour Echo");
        Add(2, brief, title: Title.ToUpperInvariant(), day: "2015-03-05", outlet: "Tidewater Gazette");
        Add(3, brief, title: "The boat is back", day: "2015-03-09", outlet: "The Strait Week");
        Assert.Contains(Stories.LinksOf(2), link => link is { One: 1, Tie: StoryTie.Title });
        Assert.DoesNotContain(Stories.LinksOf(3), link => link.One == 1);
    }

    [Fact]
    public void One_title_and_no_shared_text_are_two_stories()
    {
        const string Title = "Night ferry returns to the Osk Strait after eleven months";
        Add(1, Copies.Agency, title: Title, day: "2015-03-04");
        Add(2, Copies.AnotherReportOfIt, title: Title, day: "2015-03-04");
        Assert.Equal([2], Stories.StoryOf(2));
    }

    [Theory]
    [InlineData(nameof(Copies.WeatherOfMonday), nameof(Copies.WeatherOfTuesday))]
    [InlineData(nameof(Copies.WinterTimetable), nameof(Copies.SummerTimetable))]
    [InlineData(nameof(Copies.CourtOnAune), nameof(Copies.CourtOnHolm))]
    [InlineData(nameof(Copies.NewsletterOfMay), nameof(Copies.NewsletterOfJune))]
    [InlineData(nameof(Copies.KoreanForecast), nameof(Copies.KoreanForecastOfTheNextDay))]
    [InlineData(nameof(Copies.ChineseVerdict), nameof(Copies.ChineseVerdictOnAnother))]
    public void One_form_under_one_title_filled_in_twice_is_two_stories(string one, string other)
    {
        Add(1, Copies.Named(one), title: "From the desk of the strait today", day: "2015-03-04", outlet: "Harbour Echo");
        Add(2, Copies.Named(other), title: "From the desk of the strait today", day: "2015-03-05", outlet: "Harbour Echo");
        Assert.Equal([2], Stories.StoryOf(2));
    }

    [Fact]
    public void Copy_a_month_later_is_another_story()
    {
        Add(1, Copies.Agency, day: "2015-03-04");
        Add(2, Copies.Edited, day: "2015-04-08");
        Assert.Equal([2], Stories.StoryOf(2));
    }

    [Fact]
    public void A_short_notice_repeated_another_day_says_something_new()
    {
        const string Notice = "All boats of the strait run to the timetable today, and the mole is open to carts from eight in the morning.";
        Add(1, Notice, day: "2015-03-04");
        Add(2, Notice, day: "2015-03-05");
        Add(3, Notice, day: "2015-03-20");
        Assert.Equal([1, 2], Stories.StoryOf(2));
        Assert.Equal([3], Stories.StoryOf(3));
    }

    [Fact]
    public void Without_texts_only_what_is_sure_is_folded()
    {
        var blind = new Stories();
        Add(1, Copies.Agency, to: blind);
        Add(2, Copies.Agency.Replace("--", "—", StringComparison.Ordinal), to: blind);
        Add(3, Copies.WeatherOfMonday, to: blind);
        Add(4, Copies.WeatherOfTuesday, to: blind);
        Assert.Equal([1, 2], blind.StoryOf(1));
        Assert.Equal([4], blind.StoryOf(4));
    }

    [Fact]
    public void What_an_editor_parts_stays_parted()
    {
        Add(1, Copies.Agency);
        Add(2, Copies.CutToTheHalf);
        Stories.Part(1, 2);
        Assert.Equal([2], Stories.StoryOf(2));
        Add(3, Copies.WithALocalLead);
        Assert.Equal([2], Stories.StoryOf(2).Intersect(Stories.StoryOf(2).Where(id => id != 3)));
        Assert.DoesNotContain(1, Stories.StoryOf(2));
        Add(2, Copies.CutToTheHalf);
        Assert.DoesNotContain(1, Stories.StoryOf(2));
        Stories.Unpart(1, 2);
        Assert.Equal([1, 2, 3], Stories.StoryOf(2).Order());
    }

    [Fact]
    public void What_is_taken_out_parts_those_that_it_alone_held_together()
    {
        Add(1, Copies.CutToTheHalf);
        Add(2, "Something else of the same paper entirely, told at the length of one line and a half.");
        Stories.Restore([], [new(1, 5, StoryTie.Text, Degree.SameCopy, 0.7), new(2, 5, StoryTie.Text, Degree.SameCopy, 0.6)], []);
        Stories.Remove(5);
        Assert.Equal([1], Stories.StoryOf(1));
    }

    [Fact]
    public void What_was_kept_comes_back_as_it_was()
    {
        var articles = new List<StoryArticle>();
        var links = new List<StoryLink>();
        foreach (var (id, text) in new[] { (1, Copies.Agency), (2, Copies.CutToTheHalf), (3, Copies.Edited), (4, Copies.CourtOnAune) })
        {
            texts[id] = text;
            articles.Add(Article(id, text, null, null, "2015-03-04", null, null));
            links.AddRange(Stories.Add(articles[^1], text));
        }

        Stories.Part(1, 3);
        var again = new Stories(id => texts.GetValueOrDefault(id));
        again.Restore(articles, links, [(3, 1)]);
        Assert.All(articles, article => Assert.Equal(Stories.StoryOf(article.Id), again.StoryOf(article.Id)));
        Assert.Equal(4, again.Index.Count);
    }

    [Fact]
    public void The_order_in_which_articles_come_does_not_count()
    {
        string[] all = [Copies.Agency, Copies.CutToTheHalf, Copies.WithALocalLead, Copies.Edited, Copies.AnotherReportOfIt, Copies.WeatherOfMonday, Copies.WeatherOfTuesday, Copies.CourtOnAune, Copies.CourtOnHolm, Copies.Correction, Copies.NewsletterOfMay, Copies.NewsletterOfJune, Copies.KoreanAgency, Copies.KoreanCut, Copies.ChineseAgency, Copies.ChineseCut];
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Select(Gen.Int[0, all.Length - 1], Gen.Int[0, all.Length - 1]).List[0, 3]).Sample((seed, parted) =>
        {
            var order = Enumerable.Range(0, all.Length).ToArray();
            new Random(seed).Shuffle(order);
            return Told(Enumerable.Range(0, all.Length)).SequenceEqual(Told(order));

            IEnumerable<string> Told(IEnumerable<int> coming)
            {
                var stories = new Stories(id => all[id]);
                var first = true;
                foreach (var n in coming)
                {
                    Add(n, all[n], to: stories, outlet: $"Paper {n}");
                    if (first)
                    {
                        parted.ForEach(pair => stories.Part(pair.Item1, pair.Item2));
                        first = false;
                    }
                }

                return [.. Enumerable.Range(0, all.Length).Select(n => string.Join(' ', stories.StoryOf(n)))];
            }
        }, iter: 40);
    }

    private static StoryArticle Article(long id, string text, string? title, string? address, string? day, string? outlet, string? credited)
    {
        var read = StoryText.Of(text);
        return new() { Id = id, Signature = read.Signature(), Title = title, Address = address, Published = day is null ? null : PostedDate.Parse(day), Outlet = outlet, Credited = credited, Words = read.Words };
    }

    private void Add(long id, string text, string? title = null, string? address = null, string? day = null, string? outlet = null, string? credited = null, Stories? to = null)
    {
        lock (texts)
        {
            texts[id] = text;
        }

        (to ?? Stories).Add(Article(id, text, title, address, day, outlet, credited), text);
    }
}
