using System.Text.RegularExpressions;
using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The links of the pages of every list of the served document, followed to the end.</summary>
public sealed partial class PageLinkTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Pages = 4;
    private const int MaxPages = 20;
    private static readonly string[] Relations = ["first", "prev", "next", "last"];

    [Fact]
    [Trait("Requirement", "R45")]
    [Trait("Requirement", "R47")]
    public async Task Cursors_lead_past_each_item_once() => (await WalkAsync("", (pages, at) => pages[at])).Should().BeGreaterThan(2);

    [Fact]
    [Trait("Requirement", "R46")]
    [Trait("Requirement", "R47")]
    public async Task Numbers_lead_past_each_item_once_in_both_directions() =>
        (await WalkAsync("&page=1", (pages, at) => pages[at] with { Prev = at == 0 ? null : pages[at - 1].Items, Last = pages[^1].Items })).Should().BeGreaterThan(2);

    // Returns how many lists have several pages.
    private async Task<int> WalkAsync(string start, Func<IReadOnlyList<Neighbours>, int, Neighbours> expected)
    {
        var tenant = await ArrangeAsync();
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var several = 0;
        foreach (var operation in (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.Takes("cursor")))
        {
            var path = operation.PathWith(tenant.Id);
            // Longer than a page are all posts and the log of events, which becomes longer meanwhile.
            var narrow = operation.Takes("subject") ? $"&subject={tenant.Id("usr")}" : operation.Takes("authorId") ? $"&authorId={tenant.Id("usr")}" : "";
            var all = await ItemsAsync($"{path}?limit=100&orderDir=asc{narrow}");
            var kept = $"orderDir=asc{narrow}&total=true&limit={Math.Max(1, (all.Count + Pages - 1) / Pages)}";
            List<(Answer Answer, Neighbours Neighbours)> pages = [];
            for (var next = $"{path}?{kept}{start}"; next is not null; next = pages[^1].Answer.Json.Text("links.next"))
            {
                var answer = await GetAsync(next);
                pages.Add((answer, new Neighbours(Items(answer), null, null, null, null)));
                pages.Count.Should().BeLessThan(MaxPages, next);
                foreach (var link in Links(answer).Values)
                {
                    link.Split('?')[0].Should().Be(path);
                    link.Split('?')[1].Split('&').Should().Contain(kept.Split('&')).And.OnlyHaveUniqueItems();
                }
            }

            pages.SelectMany(page => page.Neighbours.Items).Should().Equal(all, $"{operation} has each item once");
            several += pages.Count > 1 ? 1 : 0;
            for (var at = 0; at < pages.Count; at++)
            {
                var links = Links(pages[at].Answer);
                var found = new Neighbours(
                    pages[at].Neighbours.Items, await AtAsync(links, "first"), await AtAsync(links, "prev"), await AtAsync(links, "next"), await AtAsync(links, "last"));
                var next = at == pages.Count - 1 ? null : pages[at + 1].Neighbours.Items;
                var right = expected([.. pages.Select(page => page.Neighbours)], at) with { First = pages[0].Neighbours.Items, Next = next };
                found.Should().BeEquivalentTo(right, options => options.WithStrictOrdering(), $"{operation}, page {at + 1}");
            }
        }

        return several;

        async Task<Answer> GetAsync(string link)
        {
            var answer = await client.AnswerAsync("GET", link);
            answer.Status.Should().Be(200, $"{link}: {answer}");
            return answer;
        }

        async Task<IReadOnlyList<string>> ItemsAsync(string link) => Items(await GetAsync(link));

        async Task<IReadOnlyList<string>?> AtAsync(Dictionary<string, string> links, string relation) =>
            links.TryGetValue(relation, out var link) ? await ItemsAsync(link) : null;
    }

    // Several sessions, keys and the like, beside the people and posts of the demo data.
    private async Task<TenantData> ArrangeAsync()
    {
        TenantData tenant = null!;
        for (var i = 0; i < Pages; i++)
        {
            await api.SignInAsync(ApiFixture.Admin);
            tenant = await TenantData.OfAsync(api, ApiFixture.Admin);
        }

        return tenant;
    }

    private static IReadOnlyList<string> Items(Answer answer) => [.. answer.Json.At("data").EnumerateArray().Select(item => item.Text("id")!)];

    // Of the body; the header says the same.
    private static Dictionary<string, string> Links(Answer answer)
    {
        var links = Relations.Where(relation => answer.Json.Text($"links.{relation}") is not null)
            .ToDictionary(relation => relation, relation => answer.Json.Text($"links.{relation}")!, StringComparer.Ordinal);
        Link().Matches(answer.Header("Link")!).ToDictionary(link => link.Groups["relation"].Value, link => link.Groups["target"].Value, StringComparer.Ordinal)
            .Should().BeEquivalentTo(links);
        return links;
    }

    [GeneratedRegex("<(?<target>[^>]*)>; rel=\"(?<relation>[a-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    private sealed record Neighbours(
        IReadOnlyList<string> Items, IReadOnlyList<string>? First, IReadOnlyList<string>? Prev, IReadOnlyList<string>? Next, IReadOnlyList<string>? Last);
}
