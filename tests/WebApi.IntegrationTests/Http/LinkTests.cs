using System.Text.RegularExpressions;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The links of a page repeat the query that was asked for, and hold nothing that could be taken for more than an address.</summary>
public sealed partial class LinkTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    /// <summary>Every character of ASCII that can stand in a query as it is; a server refuses the others in the request line.</summary>
    public static TheoryData<char> Characters => [.. Enumerable.Range(' ', 0x7f - ' ').Select(code => (char)code).Where(character => character is not ' ' and not '&')];

    [Theory]
    [MemberData(nameof(Characters))]
    public async Task Whatever_is_searched_for_the_links_are_references_that_search_for_it_again(char character)
    {
        var first = await GetAsync($"/api/v1/users?limit=1&search=a{character}");

        first.Status.Should().Be(200, first.ToString());
        var self = first.Json.Text("links.self")!;
        self.Should().MatchRegex(Reference());
        first.Json.Text("links.first").Should().MatchRegex(Reference());
        first.Header("Link")!.Split(", ").Should().OnlyContain(link => Link().IsMatch(link));
        var again = await GetAsync(self);
        (again.Json.Text("links.self"), again.Json.At("meta.total").GetInt64()).Should().Be((self, first.Json.At("meta.total").GetInt64()));
    }

    [Theory]
    [InlineData("search=a>;rel=\"next\",<https://evil.test", "search=a%3E;rel=%22next%22,%3Chttps://evil.test")]
    [InlineData("search=%c3%b6%zz%", "search=%c3%b6%25zz%25")]
    [InlineData("search=100%25", "search=100%25")]
    public async Task A_query_keeps_its_meaning_and_brings_no_structure(string query, string expected)
    {
        var answer = await GetAsync($"/api/v1/users?{query}");

        answer.Json.Text("links.self").Should().Be($"/api/v1/users?{expected}");
        answer.Header("Link").Should().StartWith($"</api/v1/users?{expected}>; rel=\"first\"").And.NotContain("<https:");
    }

    private async Task<Answer> GetAsync(string path) =>
        await Wire.SendAsync(api, $"GET {path} HTTP/1.1", $"Authorization: Bearer {await api.TokenAsync(ApiFixture.Admin)}");

    // RFC 3986, sections 3.3 and 3.4.
    [GeneratedRegex(@"^/([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*\?([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("^<[^<> \"]+>; rel=\"(first|next|prev|last)\"$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
