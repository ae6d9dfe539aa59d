using System.Globalization;
using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class ApiKeyLimitTests(LimitedApiKeysApi api) : IClassFixture<LimitedApiKeysApi>
{
    [Fact]
    public async Task A_key_s_rate_limit_applies_per_minute_and_to_that_key_only()
    {
        var (_, limited) = await api.CreateAsync(ApiFixture.Member, new { name = "Slow", rateLimitPerMinute = 3 });
        var (_, other) = await api.CreateAsync(ApiFixture.Member, new { name = "Other", rateLimitPerMinute = 3 });
        var (_, everybodys) = await api.CreateAsync(ApiFixture.Member);
        for (var i = 0; i < 3; i++)
        {
            (await api.SendWithTokenAsync(limited, "GET", "/api/v1/me")).Expect(HttpStatusCode.OK);
        }

        var refused = await api.SendWithTokenAsync(limited, "GET", "/api/v1/me");
        refused.ExpectError(HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED", "Rate limit exceeded");
        int.Parse(refused.Headers["Retry-After"], CultureInfo.InvariantCulture).Should().BeInRange(1, 60);
        foreach (var key in new[] { other, everybodys, everybodys, everybodys, everybodys })
        {
            (await api.IsValidAsync(key)).Should().BeTrue();
        }
    }

    [Fact]
    public async Task A_refusal_tells_when_the_next_request_goes_through()
    {
        var (_, key) = await api.CreateAsync(ApiFixture.Member, new { name = "Slow", rateLimitPerMinute = 2 });
        (await api.SendWithTokenAsync(key, "GET", "/api/v1/me")).Expect(HttpStatusCode.OK);
        api.Clock.Advance(TimeSpan.FromSeconds(25));
        (await api.SendWithTokenAsync(key, "GET", "/api/v1/me")).Expect(HttpStatusCode.OK);
        foreach (var atMost in new[] { 35, 30 })
        {
            var wait = await WaitAsync();
            wait.Should().BeInRange(atMost - 10, atMost, "the first two weigh less and less in the minute after theirs");
            api.Clock.Advance(TimeSpan.FromSeconds(wait - 1));
            (await WaitAsync()).Should().Be(1);
            api.Clock.Advance(TimeSpan.FromSeconds(1));
            (await api.SendWithTokenAsync(key, "GET", "/api/v1/me")).Expect(HttpStatusCode.OK);
        }

        async Task<int> WaitAsync()
        {
            var refused = await api.SendWithTokenAsync(key, "GET", "/api/v1/me");
            return int.Parse(refused.Expect(HttpStatusCode.TooManyRequests).Headers["Retry-After"], CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task Concurrent_requests_do_not_exceed_the_rate_limit()
    {
        var (_, key) = await api.CreateAsync(ApiFixture.Member, new { name = "Slow", rateLimitPerMinute = 5 });
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => api.SendWithTokenAsync(key, "GET", "/api/v1/me")));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).Should().Be(5);
        answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests).Should().Be(15);
    }
}
