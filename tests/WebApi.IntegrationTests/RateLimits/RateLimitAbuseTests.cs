using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.RateLimits;

/// <summary>Nobody uses up what somebody else needs.</summary>
[Trait("Requirement", "R161")]
public sealed class RateLimitAbuseTests(RateLimitedApi api) : IClassFixture<RateLimitedApi>
{
    [Theory]
    [InlineData("POST", "/api/auth/logout-all", 204)]
    [InlineData("DELETE", "/api/v1/me/sessions", 204)]
    [InlineData("POST", "/api/auth/logout", 204)]
    public async Task Whoever_has_stolen_a_session_keeps_its_owner_from_ending_it_by_no_number_of_requests(string method, string path, int expected)
    {
        var (thief, owner, _) = await TwoSessionsAsync();
        using (thief)
        using (owner)
        {
            (await 101.TimesAsync(thief.ApiAsync))[^1].IsRefused().Should().BeTrue();
            (await owner.ApiAsync()).IsRefused().Should().BeTrue("it is the same person");
            (await owner.AnswerAsync(method, path)).Status.Should().Be(expected);
        }
    }

    [Fact]
    public async Task Whoever_has_stolen_a_session_keeps_its_owner_from_changing_the_password_by_no_number_of_guesses()
    {
        var (thief, owner, email) = await TwoSessionsAsync();
        using (thief)
        using (owner)
        {
            (await 11.TimesAsync(() => thief.AnswerAsync("POST", "/api/v1/me/reauthenticate", "{}")))[^1].IsRefused().Should().BeTrue();
            (await owner.AnswerAsync("POST", "/api/v1/me/reauthenticate", $$"""{"password":"{{ApiFixture.Password}}"}""")).Status.Should().Be(204, email);
        }
    }

    [Fact]
    public async Task A_page_of_another_site_uses_up_nothing_of_its_visitor_s_network()
    {
        var network = api.NextNetwork();
        using var page = api.Stranger(network);
        page.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        (await 6.TimesAsync(page.ExpensiveAsync))[^1].IsRefused().Should().BeTrue("such requests have a limit of their own");
        (await 11.TimesAsync(page.AuthAsync))[^1].IsRefused().Should().BeTrue();

        using var visitor = api.Stranger(network);

        (await visitor.ExpensiveAsync()).Status.Should().Be(202);
        (await visitor.AuthAsync()).Status.Should().Be(422);
    }

    private async Task<(HttpClient Thief, HttpClient Owner, string Email)> TwoSessionsAsync()
    {
        var email = api.NextPerson();
        return (await api.SignedInAsync(email), await api.SignedInAsync(email), email);
    }
}
